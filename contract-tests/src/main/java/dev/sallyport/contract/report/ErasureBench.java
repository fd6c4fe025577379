package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.report.EraseStep;
import dev.sallyport.application.report.RememberSearch;
import dev.sallyport.application.report.StartErasure;
import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Fault;
import dev.sallyport.contract.fixtures.FaultInjection;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.Pages;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.ErasedThing.Kind;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One report with everything that can belong to it, another one beside it, and their erasure. */
final class ErasureBench {
  static final Subject JANE = new Subject("jane");
  private static final int MOST_STEPS = 400;
  private static final int MAX_BYTES = 1000;
  private static final byte[] CLEAN = "clean".getBytes(StandardCharsets.UTF_8);

  final ErasureStores stores;
  final MutableClock clock;
  final FaultInjection faults = new FaultInjection();
  final Report report;
  final Report other;
  final List<Attachment> attachments = new ArrayList<>();
  private final SequentialIds ids = new SequentialIds();
  private final AttachmentSamples samples = new AttachmentSamples(new Random(1));
  private final ReportSamples reports = new ReportSamples(new Random(2));

  ErasureBench(ErasureStores stores, int comments) {
    this.stores = stores;
    this.clock = stores.clock();
    faults.calm();
    for (int i = 0; i < 3; i++) {
      attachments.add(samples.granted(samples.account(), MAX_BYTES, clock.instant()));
      stores
          .ledger()
          .grant(
              new Grant(
                  attachments.get(i).account(),
                  List.of(attachments.get(i)),
                  UploadPolicy.defaults()),
              clock.instant());
    }
    report = submitted(attachments);
    other = submitted(List.of());
    comment(other, 1);
    comment(report, comments);
    remember("crash in " + report.id(), JANE);
    remember("crash", JANE);
    remember("nothing but " + attachments.getFirst().id().value(), new Subject("joe"));
    giveUp(report.id().toString());
    giveUp("{\"key\":\"attachments/" + attachments.getLast().id() + "\"}");
    giveUp(other.id().toString());
  }

  /** Sends a message that nobody can handle. */
  private void giveUp(String body) {
    MessageQueue queue = stores.queue();
    queue.send(body, Duration.ZERO);
    queue.receive(1, Duration.ofMinutes(1), MessageQueue.MAX_WAIT).stream()
        .forEach(message -> queue.deadLetter(message, "malformed"));
  }

  /** Returns the bodies of the dead letters that are left. */
  List<String> deadLetters() {
    DeadLetters letters = stores.queue().deadLetters();
    List<DeadLetter> seen = letters.look(10, Duration.ofMinutes(1));
    seen.forEach(letters::release);
    return seen.stream().map(DeadLetter::body).toList();
  }

  private Report submitted(List<Attachment> claimed) {
    Report made =
        reports.report(
            reports.submission(reports.clientId(), claimed.stream().map(Attachment::id).toList()),
            clock.instant());
    stores.reports().create(made, reports.digest(), List.of(reports.submitted(made)));
    return made;
  }

  private void comment(Report about, int count) {
    for (int i = 0; i < count; i++) {
      stores
          .comments()
          .add(
              Comment.written(
                  new CommentId(ids.newId()), about.id(), JANE, "text", clock.instant()),
              List.of());
    }
  }

  private void remember(String query, Subject who) {
    new RememberSearch(stores.searches(), clock).remember(who, query, new TreeMap<>());
  }

  /** One was sent twice and is served, one was rejected and its original kept, one never came. */
  ErasureBench judged() {
    Attachment served = attachments.getFirst();
    VersionId first = arrive(served);
    arrive(served);
    ObjectKey key = new ObjectKey("attachments/" + served.id() + "/clean");
    Judgement.Output output =
        new Judgement.Output(
            key, FileType.TEXT, new DataSize(CLEAN.length), Sha256.of(CLEAN), false);
    stores.store().writeClean(output, new Bytes());
    Judgement clean =
        new Judgement(
            new Verdict.Clean(),
            Optional.of(Sha256.of(CLEAN)),
            SanitizerVersion.CURRENT,
            Set.of(Check.TYPE),
            Optional.of(output));
    end(served, first, clean);
    Attachment rejected = attachments.get(1);
    end(
        rejected,
        arrive(rejected),
        new Judgement(
            new Verdict.Rejected(ReasonCode.MALFORMED),
            Optional.empty(),
            SanitizerVersion.CURRENT,
            Set.of(),
            Optional.empty()));
    Attachment missing = attachments.get(2);
    stores.ledger().update(missing.expire(ReasonCode.MALFORMED, clock.instant()), List.of());
    return this;
  }

  private VersionId arrive(Attachment attachment) {
    return stores.arrive(attachment.id().quarantineKey(), CLEAN);
  }

  private void end(Attachment attachment, VersionId version, Judgement judgement) {
    Attachment bound = attachment.bind(version, new DataSize(CLEAN.length), clock.instant());
    stores.ledger().update(bound, List.of());
    Attachment ended = bound.judge(judgement, clock.instant());
    stores.ledger().update(ended, List.of(samples.judged(ended, clock.instant())));
  }

  Optional<Erasure> start(Report which) {
    return new StartErasure(stores.reports(), stores.erasures(), clock, metrics())
        .start(which.id(), JANE);
  }

  boolean step() {
    return new EraseStep(
            wrap(ErasureStore.class, stores.erasures()),
            wrap(ReportStore.class, stores.reports()),
            wrap(CommentStore.class, stores.comments()),
            wrap(AttachmentLedger.class, stores.ledger()),
            wrap(AttachmentStore.class, stores.store()),
            wrap(RecentSearchStore.class, stores.searches()),
            wrap(Outbox.class, stores.outbox()),
            List.of(wrap(DeadLetters.class, stores.queue().deadLetters())),
            ids,
            clock,
            metrics())
        .step();
  }

  private <T> T wrap(Class<T> port, T target) {
    return faults.wrap(port, target);
  }

  private static Metrics metrics() {
    return (Metrics)
        Proxy.newProxyInstance(
            Metrics.class.getClassLoader(), new Class<?>[] {Metrics.class}, (_, _, _) -> null);
  }

  /** Steps until it has ended, through everything that goes wrong. */
  void finish() {
    for (int i = 0; i < MOST_STEPS && erasure().isRunning(); i++) {
      try {
        if (!step()) {
          clock.advance(Duration.ofSeconds(1));
        }
      } catch (PortUnavailableException | OutcomeUnknownException | Fault.Killed failure) {
        clock.advance(Duration.ofSeconds(1));
      }
    }
    assertThat(erasure().isRunning()).isFalse();
  }

  Erasure erasure() {
    return stores.erasures().find(report.id()).orElseThrow();
  }

  Map<Kind, Long> removed() {
    List<ErasedThing> things = Pages.all(7, page -> stores.erasures().things(report.id(), 7, page));
    assertThat(things).hasSize(Math.toIntExact(erasure().count()));
    return things.stream()
        .map(ErasedThing::kind)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private record Bytes() implements AttachmentStore.ByteSource {
    @Override
    public DataSize size() {
      return new DataSize(CLEAN.length);
    }

    @Override
    public Sha256 sha256() {
      return Sha256.of(CLEAN);
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(CLEAN);
    }
  }
}
