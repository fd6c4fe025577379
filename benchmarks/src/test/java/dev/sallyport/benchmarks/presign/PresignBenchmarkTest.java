package dev.sallyport.benchmarks.presign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.benchmarks.frame.Machine;
import dev.sallyport.benchmarks.frame.Project;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.PresignedPost;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PresignBenchmarkTest {
  @Test
  void floorMakesTheSameFormAsTheProduct() {
    Instant now = Instant.parse("2026-03-04T05:06:07.089Z");
    String key = new SampleForm().nextKey();
    PresignedPost post =
        new PostPolicySigner(new SigningKeys())
            .sign(SampleForm.request(key), SampleForm.CREDENTIALS, now);
    assertThat(new Floor(now).sign(key, now))
        .containsExactly(
            post.fields().get("key"),
            post.fields().get("x-amz-date"),
            post.fields().get("policy"),
            post.fields().get("x-amz-signature"));
  }

  @Test
  void shortRunHasAFigureForEachContenderOnTheJvm() {
    Session session =
        new Session(
            0.05,
            Project.ofThisBuild(),
            Machine.here(Clock.systemUTC()),
            new PrintWriter(Writer.nullWriter()));
    Result result = new PresignBenchmark(false, _ -> false).run(session);
    assertThat(result.rows())
        .extracting(row -> row.role())
        .contains(Role.OURS, Role.PEER, Role.FLOOR);
    assertThat(result.rows()).allSatisfy(row -> assertThat(row.main()).isPositive());
    assertThat(result.unmeasured())
        .anySatisfy(peer -> assertThat(peer.peer()).isEqualTo("@aws-sdk/s3-presigned-post"));
  }
}
