/** The script `bioserver-environment-api.js`: the global object BioserverEnvironment, in ES5. */
import { detection } from './environment.js';

export default {
  detection: function () {
    return detection();
  },
};
