package dev.sallyport.application.report;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.report.Export;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes the files of exports, and removes those that were kept for long enough.
 *
 * <p>May be killed anywhere and run twice at once: a file is written whole under a key of its own,
 * and written again by whoever finds the export still running.
 */
public final class ExportStep {
  /** Most reports of one file. */
  static final int MAX_ROWS = 10_000;

  /** Most bytes of one file, which is held in memory while it is written. */
  static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final int PAGE = 100;
  private static final int AT_ONCE = 100;

  private final ExportStore exports;
  private final ReportStore reports;
  private final AttachmentStore objects;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ExportStep(
      ExportStore exports,
      ReportStore reports,
      AttachmentStore objects,
      Clock clock,
      Metrics metrics) {
    this.exports = exports;
    this.reports = reports;
    this.objects = objects;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Removes what is due, and writes the file that was asked for first. */
  public void step() {
    for (Export export : exports.done(AT_ONCE)) {
      if (export.isDue(clock.instant())) {
        objects.deleteClean(export.key());
        boolean _ = exports.replace(export.expired());
      }
    }
    exports.running(1).forEach(this::write);
  }

  private void write(Export export) {
    Table table = read(export);
    objects.writeClean(table.output(export), table);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (exports.replace(export.written(now, table.rows, table.complete))) {
      metrics.count("exports.written");
    }
  }

  private Table read(Export export) {
    Table table = new Table();
    Optional<PageToken> next = Optional.empty();
    do {
      Page<Report> page = reports.list(filter(export), PAGE, next);
      for (Report report : page.items()) {
        if (!table.add(report)) {
          return table;
        }
      }
      next = page.next();
    } while (next.isPresent());
    return table;
  }

  private static ReportFilter filter(Export export) {
    if (export.status().isPresent()) {
      return new ReportFilter.ByStatus(export.status().get());
    }
    if (export.severity().isPresent()) {
      return new ReportFilter.BySeverity(export.severity().get());
    }
    return export
        .assignee()
        .<ReportFilter>map(ReportFilter.ByAssignee::new)
        .orElseGet(ReportFilter.All::new);
  }

  /** The file in the making. */
  private static final class Table implements AttachmentStore.ByteSource {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long rows;
    private boolean complete = true;

    Table() {
      bytes.writeBytes(ReportRow.HEADER.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a report, or notes that there is no room for it. */
    boolean add(Report report) {
      byte[] row = ReportRow.of(report).getBytes(StandardCharsets.UTF_8);
      complete = rows < MAX_ROWS && bytes.size() + row.length <= MAX_BYTES;
      if (complete) {
        bytes.writeBytes(row);
        rows++;
      }
      return complete;
    }

    Judgement.Output output(Export export) {
      return new Judgement.Output(export.key(), FileType.CSV, size(), sha256(), false);
    }

    @Override
    public DataSize size() {
      return new DataSize(bytes.size());
    }

    @Override
    public Sha256 sha256() {
      return Sha256.of(bytes.toByteArray());
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes.toByteArray());
    }
  }
}
