import '@teo-support/widget/teo-support.js';
import { createApp } from 'vue';
import ExamplePage from './example-page.vue';

createApp(ExamplePage).mount('#root');
