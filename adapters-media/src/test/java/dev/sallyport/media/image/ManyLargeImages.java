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

/** Rebuilds 64 large images at once in the process that it is the main class of. */
final class ManyLargeImages {
  static final int COUNT = 64;

  private ManyLargeImages() {}

  /** Takes files whose names end in .jpg or .png and rebuilds them in turn, 64 times together. */
  @SuppressWarnings("SystemOut") // What the starting process reads.
  public static void main(String[] files) throws Exception {
    PixelBudget budget = new PixelBudget(PixelBudget.defaultSize());
    ContentRebuilder jpeg = new JpegRebuilder(budget);
    ContentRebuilder png = new PngRebuilder(budget);
    Deadline deadline = Deadline.after(Duration.ofMinutes(10), Clock.systemUTC());
    AtomicInteger done = new AtomicInteger();
    List<Callable<Rebuilt>> jobs = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      Path file = Path.of(files[i % files.length]);
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
          System.out.println(done.incrementAndGet() + " of " + COUNT + " " + rebuilt);
          return rebuilt;
        }
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(COUNT)) {
      for (Future<Rebuilt> each : threads.invokeAll(jobs)) {
        if (!(each.get() instanceof Rebuilt.Done)) {
          throw new AssertionError(each.get().toString());
        }
      }
    }
    System.out.println("all done");
  }
}
