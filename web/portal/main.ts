import { Portal } from './portal.js';

const root = new URL('api/', new URL('.', location.href)).href;
void new Portal(root, new BroadcastChannel('selfsame-portal')).begin();
