/* What a page does right after the first script: says whether the browser will do. */
window.captureEvents = [];
if (typeof BioserverEnvironment === 'object') {
  var environment = BioserverEnvironment.detection();
  window.captureEvents.push(['environment', environment]);
  window.envBrowserOk =
    environment.envDetected !== undefined &&
    environment.envDetected.os.isSupported &&
    environment.envDetected.browser.isSupported;
}
