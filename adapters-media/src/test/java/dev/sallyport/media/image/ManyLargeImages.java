package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Rebuilds many large images at once in the process that it is the main class of. */
final class ManyLargeImages {
  private ManyLargeImages() {}

  /**
   * Takes a count and files whose names end in .jpg or .png, and rebuilds so many of them in turn,
   * each in a thread of its own.
   */
  @SuppressWarnings("SystemOut") // What the starting process reads.
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    List<String> files = List.of(arguments).subList(1, arguments.length);
    PixelBudget budget = new PixelBudget(PixelBudget.defaultSize());
    ContentRebuilder jpeg = new JpegRebuilder(budget);
    ContentRebuilder png = new PngRebuilder(budget);
    Deadline deadline = Deadline.after(Duration.ofMinutes(10), Clock.systemUTC());
    AtomicInteger done = new AtomicInteger();
    List<Callable<Rebuilt>> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = Path.of(files.get(i % files.size()));
      boolean isJpeg = file.toString().endsWith(".jpg");
      jobs.add(() -> {
        try (FileContent content = new FileContent(file)) {
          Rebuilt rebuilt =
              (isJpeg ? jpeg : png)
                  .rebuild(
                      content,
                      isJpeg ? FileType.JPEG : FileType.PNG,
                      SanitizationPolicy.defaults(),
                      deadline,
                      OutputStream.nullOutputStream());
          System.out.println(done.incrementAndGet() + " of " + count + " " + rebuilt);
          return rebuilt;
        }
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      for (Future<Rebuilt> each : threads.invokeAll(jobs)) {
        if (!(each.get() instanceof Rebuilt.Done)) {
          throw new AssertionError(each.get().toString());
        }
      }
    }
    System.out.println("all done");
  }
}
