/**
 * Where the log goes beside its file: standard output, as JSON, and a list of requests as web
 * servers write it. Depends on datadir; knows Logback and Tomcat.
 */
@NullMarked
package dev.selfsame.server.log;

import org.jspecify.annotations.NullMarked;
