package dev.sallyport.application.report;

import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.ErasedThing.Kind;
import dev.sallyport.domain.report.Erasure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Finds and removes the dead letters that name a report or an attachment of it, whatever message
 * they are. A queue cannot be searched: its dead letters are looked through, each hidden meanwhile,
 * and let go again.
 */
final class ErasureDeadLetters {
  /** Most letters of one queue that are looked through: where there are more, somebody has to. */
  private static final int MOST = 1_000;

  private static final Duration HIDDEN = Duration.ofMinutes(1);

  private final List<DeadLetters> queues;

  ErasureDeadLetters(List<DeadLetters> queues) {
    this.queues = List.copyOf(queues);
  }

  /** Returns some that are left, or no list when there may be some that others look at now. */
  Optional<List<ErasedThing>> find(Erasure erasure) {
    List<String> ids = ErasureSearch.ids(erasure).map(UUID::toString).toList();
    List<ErasedThing> found = new ArrayList<>();
    boolean all = true;
    for (DeadLetters queue : queues) {
      all &=
          lookThrough(
              queue,
              letter -> {
                if (ids.stream().anyMatch(letter.body()::contains)) {
                  found.add(new ErasedThing(Kind.DEAD_LETTER, queue.queue() + " " + letter.id()));
                }
              });
    }
    return found.isEmpty() && !all
        ? Optional.empty()
        : Optional.of(found.stream().limit(Erasure.MAX_PENDING).toList());
  }

  /** Removes the letter of a name that {@link #find} gave. */
  void remove(String name) {
    int space = name.indexOf(' ');
    String id = name.substring(space + 1);
    for (DeadLetters queue : queues) {
      if (queue.queue().equals(name.substring(0, space))) {
        remove(queue, id);
      }
    }
  }

  private static void remove(DeadLetters queue, String id) {
    List<DeadLetter> found = new ArrayList<>();
    boolean all =
        lookThrough(
            queue,
            letter -> {
              if (letter.id().equals(id)) {
                found.add(letter);
                queue.remove(letter);
              }
            });
    if (found.isEmpty() && !all) {
      throw new PortUnavailableException("others look at the dead letters", null);
    }
  }

  /** Returns whether these were all that there are. */
  private static boolean lookThrough(DeadLetters queue, Consumer<DeadLetter> each) {
    long count = queue.count();
    List<DeadLetter> seen = new ArrayList<>();
    try {
      List<DeadLetter> some = queue.look(MessageQueue.MAX_BATCH, HIDDEN);
      while (!some.isEmpty() && seen.size() < MOST) {
        seen.addAll(some);
        some.forEach(each);
        some = queue.look(MessageQueue.MAX_BATCH, HIDDEN);
      }
      seen.addAll(some);
      return some.isEmpty() && seen.size() >= count;
    } finally {
      seen.forEach(queue::release);
    }
  }
}
