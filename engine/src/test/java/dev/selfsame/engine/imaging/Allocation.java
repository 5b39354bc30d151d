package dev.selfsame.engine.imaging;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;

/** How much memory the current thread has asked the heap for up to a moment. */
record Allocation(long bytes) {

    static Allocation now() {
        return new Allocation(allocated());
    }

    long bytesSince() {
        return allocated() - bytes;
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
