package org.demarche.server.running;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the query that takes most memory when the heap stays nearly full after a garbage
 * collection, before others suffer. What a query holds can't be told; what its thread has allocated
 * can, and of those that fill the heap it is the one that allocates most. One at a time: the next
 * collection tells whether it was enough.
 */
final class MemoryWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryWatch.class);

  /** Of the heap. Above it a collector runs all the time, and every request is slow. */
  private static final double NEARLY_FULL = 0.85;

  /** Whoever has allocated less can't be what fills the heap. */
  private static final long LEAST_TO_BLAME = 32L * 1024 * 1024;

  private static final Set<String> HEAP_POOLS =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(pool -> pool.getName())
          .collect(Collectors.toUnmodifiableSet());

  private final Supplier<? extends Collection<Execution>> running;
  private final NotificationListener listener = (notification, _) -> collected(notification);
  private final List<NotificationEmitter> collectors =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(NotificationEmitter.class::isInstance)
          .map(NotificationEmitter.class::cast)
          .toList();

  MemoryWatch(Supplier<? extends Collection<Execution>> running) {
    this.running = running;
    collectors.forEach(collector -> collector.addNotificationListener(listener, null, null));
  }

  private void collected(Notification notification) {
    if (notification
            .getType()
            .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)
        && notification.getUserData() instanceof CompositeData data) {
      long used =
          GarbageCollectionNotificationInfo.from(data)
              .getGcInfo()
              .getMemoryUsageAfterGc()
              .entrySet()
              .stream()
              .filter(pool -> HEAP_POOLS.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum();
      if (used > NEARLY_FULL * Runtime.getRuntime().maxMemory()) {
        relieve(used);
      }
    }
  }

  private void relieve(long used) {
    Collection<Execution> now = running.get();
    if (now.stream().anyMatch(Execution::isStopped)) {
      // One was stopped before, and may take a moment to let go.
      return;
    }
    now.stream()
        .filter(execution -> execution.allocated() > LEAST_TO_BLAME)
        .max(Comparator.comparingLong(Execution::allocated))
        .filter(execution -> execution.stop(Outcome.OUT_OF_MEMORY))
        .ifPresent(
            execution ->
                LOG.warn(
                    "{} MB of the heap are in use; query {} was stopped",
                    used / 1024 / 1024,
                    execution.id()));
  }

  @Override
  public void close() {
    for (NotificationEmitter collector : collectors) {
      try {
        collector.removeNotificationListener(listener);
      } catch (ListenerNotFoundException _) {
        // Then it is gone already.
      }
    }
  }
}
