package dev.sallyport.aws.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.attachment.AttachmentCodec.Stored;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.domain.attachment.Attachment;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AttachmentCodecTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");
  private static final long SEED = 31;
  private static final Set<String> OPTIONAL =
      Set.of(
          "declaredName",
          "declaredType",
          "declaredSize",
          "declaredSha256",
          "source",
          "dueShard",
          "duePlace",
          "judgedShard",
          "judgedPlace");

  private final AttachmentSamples samples = new AttachmentSamples(new Random(SEED));

  @Test
  void everyAttachmentIsReadAsItWasWritten() {
    Set<String> states = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      Attachment attachment = any(i);
      Stored stored = new Stored(attachment, i % 64);
      Map<String, AttributeValue> item = AttachmentCodec.encode(stored);

      assertThat(AttachmentCodec.decode(item)).as("seed %d, %d", SEED, i).isEqualTo(stored);
      assertThat(item.containsKey("dueShard")).isEqualTo(!attachment.hasEnded());
      assertThat(item.containsKey("duePlace")).isEqualTo(!attachment.hasEnded());
      states.add(ItemReader.decode("state", item, reader -> reader.text("state")));
    }
    assertThat(states).containsExactlyInAnyOrder("GRANTED", "QUARANTINED", "JUDGED", "EXPIRED");
  }

  @Test
  void whatNewerVersionsAddIsIgnored() {
    Stored stored = new Stored(any(0), 1);
    Map<String, AttributeValue> item = new HashMap<>(AttachmentCodec.encode(stored));
    item.put("new", AttributeValue.fromS("text"));

    assertThat(AttachmentCodec.decode(item)).isEqualTo(stored);
  }

  @Test
  void whatIsMissingOrStrangeIsCorruptAndNamedByIdOnly() {
    for (int i = 0; i < 60; i++) {
      Attachment attachment = any(i);
      Map<String, AttributeValue> item = AttachmentCodec.encode(new Stored(attachment, 0));
      for (String name : item.keySet()) {
        Map<String, AttributeValue> broken = new HashMap<>(item);
        broken.remove(name);
        if (!OPTIONAL.contains(name) && !(name.equals("output") && attachment.hasEnded())) {
          assertCorrupt(broken, name);
        }
        if (!name.endsWith("Place") && !name.matches("(due|judged)Shard")) {
          broken.put(name, AttributeValue.fromB(SdkBytes.fromUtf8String("?")));
          assertCorrupt(broken, name);
        }
      }
    }
  }

  private static void assertCorrupt(Map<String, AttributeValue> item, String broken) {
    AttributeValue id = item.get("id");
    String name = id == null ? "an attachment without id" : String.valueOf(id.s());
    assertThatThrownBy(() -> AttachmentCodec.decode(item))
        .as("broken %s", broken)
        .isInstanceOf(CorruptDataException.class)
        .hasMessage(name + " cannot be read");
  }

  private Attachment any(int changes) {
    Attachment attachment = samples.granted(samples.account(), 1_000, NOW);
    for (int i = changes % 4; i > 0 && !attachment.hasEnded(); i--) {
      attachment = samples.changed(attachment, NOW.plusNanos(i));
    }
    return attachment;
  }
}
