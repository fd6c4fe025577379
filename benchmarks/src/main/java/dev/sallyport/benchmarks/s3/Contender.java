package dev.sallyport.benchmarks.s3;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Figures;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.ServerProcess;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One mode in a process of its own, which the same files are sent to again and again. */
final class Contender implements AutoCloseable {
  /** The flags of the start script, and a heap in which 64 whole files could not stand. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseParallelGC",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.awt.headless=true",
          "-Xmx512m");

  private static final double MEGABYTE = 1e6;
  private static final double MEBIBYTE = 1 << 20;

  private final Mode mode;
  private final Conversation process;
  private final Strangers strangers;
  private final Map<Path, Sha256> made;
  private final List<Pass> passes = new ArrayList<>();
  private long live;

  /**
   * What one pass took.
   *
   * @param arriving seconds from the first grant until all files had arrived
   * @param judging seconds from there until the last verdict
   */
  private record Pass(double arriving, double judging, Sanitizer.Costs costs) {}

  private Contender(Mode mode, Conversation process, Strangers strangers, Map<Path, Sha256> made) {
    this.mode = mode;
    this.process = process;
    this.strangers = strangers;
    this.made = made;
  }

  /**
   * Starts a process.
   *
   * @param folder for its files
   * @param strangers who post forms, when it is S3 that they are for
   * @param made of each file, by whoever was first: all others have to make the same of it
   */
  static Contender start(
      Mode mode, S3Access access, Path folder, Strangers strangers, Map<Path, Sha256> made) {
    try {
      Path own = Files.createDirectory(folder.resolve(mode.name()));
      ProcessBuilder command =
          ServerProcess.java(
              FLAGS, SanitizerProcess.class.getName(), List.of(mode.name(), own.toString()));
      command.environment().putAll(access.variables());
      return new Contender(mode, Conversation.start(command, own.resolve("log")), strangers, made);
    } catch (IOException e) {
      throw new BenchmarkFailedException("there is no room for temporary files", e);
    }
  }

  /**
   * Warms up while the heap is collected all the time, which shows how much of it is in use, and
   * keeps no other figure.
   */
  void practise(List<LargeFile> files) {
    live = Math.max(live, pass(files, "practise").costs().live());
  }

  /** Takes all files to their verdicts and keeps what that took. */
  void pass(List<LargeFile> files) {
    passes.add(pass(files, "judge"));
  }

  private Pass pass(List<LargeFile> files, String how) {
    long begun = System.nanoTime();
    process.say("grant " + files.size());
    List<Form> forms = files.stream().map(_ -> Form.parse(process.hear("form"))).toList();
    send(forms, files);
    long arrived = System.nanoTime();
    process.say(how);
    List<Ended> ended = files.stream().map(_ -> Ended.parse(process.hear("ended"))).toList();
    Sanitizer.Costs costs = Sanitizer.Costs.parse(process.hear("judged"));
    long judged = System.nanoTime();
    for (int i = 0; i < files.size(); i++) {
      verify(forms.get(i), files.get(i), ended.get(i));
    }
    process.say("forget");
    process.hear("forgotten");
    return new Pass((arrived - begun) / 1e9, (judged - arrived) / 1e9, costs);
  }

  private void send(List<Form> forms, List<LargeFile> files) {
    if (mode == Mode.EMBEDDED) {
      for (int i = 0; i < files.size(); i++) {
        LargeFile file = files.get(i);
        process.say("store " + forms.get(i).key() + " " + file.sample().type() + " " + file.file());
      }
      files.forEach(_ -> process.hear("stored"));
      return;
    }
    List<VersionId> versions = strangers.post(forms, files);
    for (int i = 0; i < files.size(); i++) {
      process.say(
          "arrived "
              + forms.get(i).key()
              + " "
              + versions.get(i).value()
              + " "
              + files.get(i).size());
    }
  }

  private void verify(Form form, LargeFile file, Ended ended) {
    String expected = mode == Mode.COPY ? "Copied" : file.verdict();
    Sha256 first =
        mode == Mode.COPY ? file.sha256() : made.computeIfAbsent(file.file(), _ -> ended.sha256());
    if (!ended.key().equals(form.key())
        || !ended.verdict().equals(expected)
        || !ended.sha256().equals(first)) {
      throw new BenchmarkFailedException(
          mode.label() + ": a " + file.sample().kind() + " ended as " + ended.line());
    }
  }

  /** Median seconds and highest memory of all passes, from the first grant to the last verdict. */
  Row all(String group, List<LargeFile> files) {
    double seconds =
        Figures.median(passes.stream().map(pass -> pass.arriving() + pass.judging()).toList());
    return row(group, files, seconds, peakHeap());
  }

  /** The same for the time after all files had arrived. */
  Row judging(String group, List<LargeFile> files) {
    double seconds = Figures.median(passes.stream().map(Pass::judging).toList());
    double peak =
        passes.stream().mapToDouble(pass -> pass.costs().judging()).max().orElseThrow() / MEBIBYTE;
    return row(group, files, seconds, peak);
  }

  private Row row(String group, List<LargeFile> files, double seconds, double peak) {
    double again = passes.stream().mapToInt(pass -> pass.costs().again()).sum();
    double megabytes = files.stream().mapToLong(LargeFile::size).sum() / MEGABYTE;
    return new Row(
        group,
        mode.label(),
        mode.role(),
        List.of(
            files.size() / seconds, megabytes / seconds, seconds, peak, live / MEBIBYTE, again));
  }

  /** Returns the most mebibytes that the heap held in any pass. */
  double peakHeap() {
    return passes.stream()
            .map(Pass::costs)
            .mapToDouble(costs -> Math.max(costs.arriving(), costs.judging()))
            .max()
            .orElseThrow()
        / MEBIBYTE;
  }

  /** Returns how many attachments were under way at the same time, in the pass with the fewest. */
  int atOnce() {
    return passes.stream().mapToInt(pass -> pass.costs().atOnce()).min().orElseThrow();
  }

  @Override
  public void close() {
    process.close();
  }
}
