/** Large enough to go in parts. */
export function aDocument(): File {
  return new File(['%PDF-1.7\n', new Uint8Array(1_500_000)], 'convention.pdf', { type: 'application/pdf' });
}

/** Small, and what its name says. */
export function aList(): File {
  return new File(['Stagiaire;Lieu\nFatou D.;Lyon\n'], 'stagiaires.csv', { type: 'text/csv' });
}

/** What nobody may send. */
export function aProgram(): File {
  return new File(['MZ'], 'installation.exe', { type: 'application/x-msdownload' });
}

export async function aPicture(): Promise<File> {
  const canvas = new OffscreenCanvas(640, 400);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser has no canvas.');
  const sky = context.createLinearGradient(0, 0, 0, 400);
  sky.addColorStop(0, '#0b6e6e');
  sky.addColorStop(1, '#f2c14e');
  context.fillStyle = sky;
  context.fillRect(0, 0, 640, 400);
  return new File([await canvas.convertToBlob()], 'capture.png', { type: 'image/png' });
}
