package org.demarche.server.running;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory a thread has ever allocated. */
final class Allocations {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocations() {}

  /** In bytes; -1 for a thread that has ended. */
  static long of(Thread thread) {
    return THREADS.getThreadAllocatedBytes(thread.threadId());
  }
}
