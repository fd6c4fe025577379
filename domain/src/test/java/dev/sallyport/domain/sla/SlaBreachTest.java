package dev.sallyport.domain.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.shared.NameUuid;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlaBreachTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789123Z");
  private static final Folder FOLDER = new Folder("/in/A");

  @Test
  void nameUuidsAreThoseOfTheStandard() {
    // RFC 9562, appendix A.4.
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    assertThat(NameUuid.of(dns, "www.example.com".getBytes(StandardCharsets.US_ASCII)))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

  @Test
  void idIsTheSameInEveryRelease() {
    SlaErrorId id = new SlaBreach(FOLDER, 20, List.of(file("a.csv", 0), file("b.csv", 1))).id();

    assertThat(id.value().version()).isEqualTo(5);
    assertThat(id).hasToString("930d2cbe-001d-5648-8319-a65551335417");
  }

  @Test
  void orderOfFilesDoesNotMatter() {
    Random random = new Random(7);
    List<LateFile> files =
        new ArrayList<>(IntStream.range(0, 50).mapToObj(n -> file("f" + n % 20, n)).toList());
    SlaBreach first = new SlaBreach(FOLDER, 20, files);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(files, random);
      SlaBreach again = new SlaBreach(FOLDER, 20, files);

      assertThat(again).isEqualTo(first);
      assertThat(again.id()).isEqualTo(first.id());
    }
  }

  @Test
  void everythingElseMatters() {
    Set<SlaErrorId> ids = new HashSet<>();
    List<SlaBreach> breaches =
        List.of(
            new SlaBreach(FOLDER, 20, List.of(file("a", 0))),
            new SlaBreach(FOLDER, 21, List.of(file("a", 0))),
            new SlaBreach(new Folder("/in/A2"), 20, List.of(file("a", 0))),
            new SlaBreach(FOLDER, 20, List.of(file("a", 1))),
            new SlaBreach(FOLDER, 20, List.of(file("aa", 0))),
            new SlaBreach(FOLDER, 20, List.of(file("a", 0), file("a", 1))),
            // Written one after the other without their lengths these were the same.
            new SlaBreach(new Folder("/in/A20"), 2, List.of(file("a", 0))),
            new SlaBreach(new Folder("/in/A2"), 2, List.of(file("0a", 0))));
    breaches.forEach(breach -> ids.add(breach.id()));

    assertThat(ids).hasSameSizeAs(breaches);
  }

  @Test
  void whatNobodyCanMeanIsRefused() {
    List<LateFile> many =
        IntStream.rangeClosed(0, SlaBreach.MAX_FILES).mapToObj(n -> file("f", n)).toList();

    refuses(() -> new SlaBreach(FOLDER, 0, List.of(file("a", 0))));
    refuses(() -> new SlaBreach(FOLDER, SlaBreach.MAX_SLA_MINUTES + 1, List.of(file("a", 0))));
    refuses(() -> new SlaBreach(FOLDER, 1, List.of()));
    refuses(() -> new SlaBreach(FOLDER, 1, many));
    refuses(() -> new SlaBreach(FOLDER, 1, List.of(file("a", 0), file("a", 0))));
    for (String name : List.of("", " ", "a\nb", "\u0000", "\uD800", "x".repeat(301))) {
      refuses(() -> new Folder(name));
      refuses(() -> new LateFile(name, NOW));
    }
    refuses(() -> new LateFile("a", Instant.MAX));
    refuses(() -> new LateFile("a", Instant.MIN));
    refuses(() -> new SlaPolicy(Duration.ofHours(23)));
    refuses(() -> new SlaPolicy(Duration.ofDays(3_651)));
  }

  @Test
  void namesAreNotInTexts() {
    assertThat(new SlaBreach(FOLDER, 20, List.of(file("secret.csv", 0))).toString())
        .doesNotContain("secret", "/in/A");
  }

  @Test
  void errorIsThereUntilItExpires() {
    SlaPolicy policy = new SlaPolicy(Duration.ofDays(1));
    SlaError error =
        SlaError.accepted(new SlaBreach(FOLDER, 1, List.of(file("a", 0))), NOW, policy);

    assertThat(error.affectedDate()).isEqualTo("2026-11-21T12:34:56.789Z");
    assertThat(error.expiresAt()).isEqualTo("2026-11-22T12:34:56Z");
    assertThat(error.isLiveAt(error.expiresAt().minusNanos(1))).isTrue();
    assertThat(error.isLiveAt(error.expiresAt())).isFalse();
  }

  private static LateFile file(String name, int second) {
    return new LateFile(name, NOW.plusSeconds(second));
  }

  private static void refuses(Runnable making) {
    assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
  }
}
