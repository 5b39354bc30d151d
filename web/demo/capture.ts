import { startCapture } from '../capture/types/selfsame-capture.js';
console.log(startCapture);
