import './app/teo-staff.js';
import { adoptDesign } from './design/adopt.js';

adoptDesign(document);
