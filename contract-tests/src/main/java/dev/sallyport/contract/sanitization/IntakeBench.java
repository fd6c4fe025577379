package dev.sallyport.contract.sanitization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.SweepUploads;
import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.GrantOutcome;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.sanitization.ArrivedObject;
import dev.sallyport.application.sanitization.ContentInspector;
import dev.sallyport.application.sanitization.ResanitizeStep;
import dev.sallyport.application.sanitization.SanitizeAttachment;
import dev.sallyport.application.sanitization.SanitizeOutcome;
import dev.sallyport.application.sanitization.StartResanitize;
import dev.sallyport.application.sanitization.port.MalwareScanner;
import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.FaultInjection;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.Receipt;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.AttachmentJudged;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Drives the intake over the stores of a family, with simple content checks, a clock in hand, and
 * faults on demand.
 */
final class IntakeBench {
  /** Most bytes that a form takes here. */
  static final int MAX_BYTES = 1000;

  private final IntakeStores stores;
  private final MutableClock clock = MutableClock.atNoon();
  private final FaultInjection faults = new FaultInjection();
  private final AttachmentSamples samples = new AttachmentSamples(new Random(System.nanoTime()));
  private final QuotaAccount account = samples.account();
  private final SequentialIds ids = new SequentialIds();
  private final List<ArrivedObject> enqueued = Collections.synchronizedList(new ArrayList<>());
  private final List<String> counted = Collections.synchronizedList(new ArrayList<>());
  private final List<VersionId> read = Collections.synchronizedList(new ArrayList<>());
  private Optional<MalwareScanner> scanner = Optional.empty();
  private boolean scannerIsDown;
  private SanitizationPolicy policy = SanitizationPolicy.defaults();

  IntakeBench(IntakeStores stores) {
    this.stores = stores;
    faults.calm();
  }

  IntakeBench withScanner() {
    scanner =
        Optional.of((content, _) -> {
          if (scannerIsDown) {
            throw new PortUnavailableException("the scanner is down", null);
          }
          return SimpleContent.text(content).equals("malware");
        });
    return this;
  }

  void scannerIsDown(boolean down) {
    scannerIsDown = down;
  }

  void withoutScanner() {
    scanner = Optional.empty();
  }

  /** Changes the rules for whatever comes next. */
  void rules(SanitizationPolicy rules) {
    policy = rules;
  }

  MutableClock clock() {
    return clock;
  }

  FaultInjection faults() {
    return faults;
  }

  List<ArrivedObject> enqueued() {
    return List.copyOf(enqueued);
  }

  Attachment unknown() {
    return Attachment.granted(
        samples.id(),
        Declaration.none(),
        false,
        new DataSize(MAX_BYTES),
        account,
        Receipt.ofRandom(new byte[Receipt.BYTES]).hash(),
        clock.instant(),
        Duration.ofMinutes(5));
  }

  Attachment grant(Declaration declaration) {
    Attachment granted =
        Attachment.granted(
            samples.id(),
            declaration,
            false,
            declaration.size().orElse(new DataSize(MAX_BYTES)),
            account,
            Receipt.ofRandom(new byte[Receipt.BYTES]).hash(),
            clock.instant(),
            Duration.ofMinutes(5));
    Grant grant = new Grant(account, List.of(granted), UploadPolicy.defaults());
    assertThat(stores.ledger().grant(grant, clock.instant())).isEqualTo(new GrantOutcome.Granted());
    return granted;
  }

  ArrivedObject arrive(Attachment attachment, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    VersionId version = stores.arrive(attachment.quarantineKey(), bytes);
    return new ArrivedObject(
        attachment.quarantineKey().value(), version, new DataSize(bytes.length));
  }

  SanitizeOutcome sanitize(ArrivedObject arrived) {
    return useCase().sanitize(arrived);
  }

  /** Delivers an event until it is settled, as a queue does. */
  void settle(ArrivedObject arrived) {
    for (int i = 0; i < IntakeContract.MOST_DELIVERIES; i++) {
      if (sanitize(arrived) instanceof SanitizeOutcome.Settled) {
        return;
      }
    }
    throw new AssertionError("never settled");
  }

  SweepUploads sweeper() {
    return new SweepUploads(
        stores.ledger(),
        stores.store(),
        (key, version, size) -> enqueued.add(new ArrivedObject(key.value(), version, size)),
        SanitizationPolicy.defaults(),
        ids,
        clock,
        metrics());
  }

  void await(Runnable assertion) {
    Await.untilAsserted(assertion);
  }

  Attachment find(Attachment attachment) {
    return stores.ledger().find(attachment.id()).orElseThrow();
  }

  Judgement judgement(Attachment attachment) {
    assertThat(find(attachment).state()).isInstanceOf(Judged.class);
    return ((Judged) find(attachment).state()).judgement();
  }

  String clean(Judgement judgement) {
    byte[] bytes = stores.clean(judgement.output().orElseThrow().key()).orElseThrow();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  boolean isInQuarantine(Attachment attachment, ArrivedObject arrived) {
    var opened = stores.store().openQuarantined(attachment.quarantineKey(), arrived.version());
    opened.ifPresent(IntakeBench::close);
    return opened.isPresent();
  }

  int readsOf(ArrivedObject arrived) {
    return Collections.frequency(read, arrived.version());
  }

  int chargedReplays() {
    return Collections.frequency(counted, "quarantine.replayed_form");
  }

  /**
   * Returns the events that tell of this attachment's end, from an outbox that other tests may
   * share.
   */
  List<DomainEvent> endsOf(Attachment attachment) {
    List<DomainEvent> found = new ArrayList<>();
    for (DomainEvent event : stores.outbox().pending(100)) {
      if (event instanceof AttachmentJudged judged
          && judged.attachmentId().equals(attachment.id())) {
        found.add(event);
      }
    }
    return found;
  }

  private SanitizeAttachment useCase() {
    return new SanitizeAttachment(
        faultyLedger(),
        faultyStore(),
        new SimpleContent.Space(),
        inspector(),
        policy,
        ids,
        clock,
        metrics());
  }

  /** Returns what a worker does that goes on with jobs. */
  ResanitizeStep step(ResanitizeJobStore jobs) {
    return new ResanitizeStep(
        faults.wrap(ResanitizeJobStore.class, jobs),
        faultyLedger(),
        faultyStore(),
        new SimpleContent.Space(),
        inspector(),
        policy,
        ids,
        clock,
        metrics());
  }

  /** Returns what starts jobs, without faults. */
  StartResanitize starter(ResanitizeJobStore jobs) {
    return new StartResanitize(jobs, policy, ids, clock, metrics());
  }

  private AttachmentLedger faultyLedger() {
    return faults.wrap(AttachmentLedger.class, stores.ledger());
  }

  private AttachmentStore faultyStore() {
    return faults.wrap(AttachmentStore.class, new ReadingStore(stores.store(), read));
  }

  private ContentInspector inspector() {
    return new ContentInspector(
        new SimpleContent.Sniffer(),
        Set.of(new SimpleContent.Rebuilder()),
        Set.of(),
        scanner,
        new SimpleContent.Space(),
        policy);
  }

  private Metrics metrics() {
    return new Metrics() {
      @Override
      public void count(String name, String... tags) {
        counted.add(name);
      }

      @Override
      public void time(String name, Duration took, String... tags) {}
    };
  }

  private static void close(AttachmentStore.QuarantinedObject object) {
    try {
      object.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
