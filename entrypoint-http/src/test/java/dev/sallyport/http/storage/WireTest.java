package dev.sallyport.http.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One server for all tests of a class; each test begins with an empty store. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WireTest {
  static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

  @SuppressWarnings("NullAway.Init")
  WireFixture wire;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    wire = new WireFixture(folder);
  }

  @AfterAll
  void stop() throws Exception {
    wire.close();
  }

  @BeforeEach
  void reset() {
    wire.reset();
    assertThat(wire.isEmpty()).isTrue();
  }
}
