import { TeoSupport } from '@teo-support/widget/react';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const getToken = async () => {
  const response = await fetch('/support-token', { method: 'POST' });
  return (await response.json()).token;
};

function Page() {
  const support = useRef(/** @type {import('@teo-support/widget').TeoSupport | null} */ (null));
  const [filed, setFiled] = useState('');
  return (
    <>
      <h1>React</h1>
      <button
        type="button"
        onClick={() => support.current?.compose('usage_question', { module: 'invoicing' })}
      >
        Ask about invoicing
      </button>
      <p role="status">{filed}</p>
      <TeoSupport
        ref={support}
        baseUrl={import.meta.env.VITE_SUPPORT_URL}
        hostVersion="React 1.0"
        lang="en"
        getToken={getToken}
        onFiled={({ detail }) => setFiled(`Filed: ${detail.reference}`)}
      />
    </>
  );
}

const root = document.querySelector('#root');
if (root !== null) createRoot(root).render(<Page />);
