package dev.selfsame.server.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Turns SIGTERM and SIGINT into a call. The usual way, a shutdown hook, is no way to stop
 * gracefully here: hooks run side by side, and the one of ONNX Runtime frees what running requests
 * still use, which ends the process with an abort.
 *
 * <p>By reflection, because Java has no public API for signals and the compiler warns of {@code
 * sun.misc.Signal} in a way that cannot be suppressed.
 */
final class StopSignals {

    private static final String[] NAMES = {"TERM", "INT"};

    private StopSignals() {}

    /** Runs the call at the first signal; a second one ends the process at once. */
    static void onFirst(Runnable call) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Method handle = signalType.getMethod("handle", signalType, handlerType);
            Object byDefault = handlerType.getField("SIG_DFL").get(null);
            for (String name : NAMES) {
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
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java platform cannot handle signals", e);
        }
    }
}
