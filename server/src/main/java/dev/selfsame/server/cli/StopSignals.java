package dev.selfsame.server.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Turns SIGTERM, SIGINT and, where there is one, SIGHUP into a call. The usual way, a shutdown
 * hook, is no way to stop gracefully here: hooks run side by side, and the one of ONNX Runtime
 * frees what running requests still use, which ends the process with an abort.
 *
 * <p>By reflection, because Java has no public API for signals and the compiler warns of {@code
 * sun.misc.Signal} in a way that cannot be suppressed.
 */
final class StopSignals {

    private static final String[] NAMES = {"TERM", "INT"};
    // why apart: Windows has none. Under nohup the JVM leaves it ignored by itself
    private static final String HANG_UP = "HUP";

    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);

    private StopSignals() {}

    /** Runs the call at the first signal; a second one ends the process at once. */
    static void onFirst(Runnable call) {
        try {
            for (String name : NAMES) {
                onFirst(name, call);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java platform cannot handle signals", e);
        }
        try {
            onFirst(HANG_UP, call);
        } catch (ReflectiveOperationException e) {
            LOG.debug("this platform has no signal {}", HANG_UP, e);
        }
    }

    private static void onFirst(String name, Runnable call) throws ReflectiveOperationException {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Method handle = signalType.getMethod("handle", signalType, handlerType);
        Object byDefault = handlerType.getField("SIG_DFL").get(null);
        Object signal = signalType.getConstructor(String.class).newInstance(name);
        Object handler =
                Proxy.newProxyInstance(
                        StopSignals.class.getClassLoader(),
                        new Class<?>[] {handlerType},
                        (proxy, method, arguments) -> {
                            handle.invoke(null, signal, byDefault);
                            call.run();
                            return null;
                        });
        handle.invoke(null, signal, handler);
    }
}
