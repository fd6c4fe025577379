package dev.sallyport.clamd;

import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.application.shared.port.Metrics;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks clamd once whether it is there, and leaves a line in the log and a count that say so.
 *
 * <p>For the start of a server, which does not depend on the answer: without clamd, attachments
 * wait in quarantine.
 */
public final class ClamdCheck implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ClamdCheck.class);

  private final ClamdSettings settings;
  private final Metrics metrics;
  private final Clock clock;

  ClamdCheck(ClamdSettings settings, Metrics metrics, Clock clock) {
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Asks; returns when clamd has answered or was silent for as long as it may be. */
  @Override
  public void run() {
    boolean ready = isReady();
    metrics.count("malware.scanner.started", "ready", Boolean.toString(ready));
    if (ready) {
      LOG.atInfo()
          .addKeyValue("streamMaxLengthAtLeast", settings.largestStream().bytes())
          .log("malware scanner answers");
    } else {
      LOG.warn("malware scanner does not answer; uploads stay in quarantine until it does");
    }
  }

  private boolean isReady() {
    Deadline deadline = Deadline.after(settings.connectTime().plus(settings.replyTime()), clock);
    try (ClamdConnection clamd = ClamdConnection.open(settings, deadline)) {
      return clamd.ask(Question.of("PING")).text().equals("PONG");
    } catch (IOException | NoVerdictException | DeadlineExceededException e) {
      return false;
    }
  }
}
