package dev.sallyport.http.cli;

import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.sanitization.ArchiveLimits;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.operations.settings.Quantity;
import dev.sallyport.operations.settings.TypeNames;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads what strangers may send and what passes; what nobody sets is as the domain has it. */
final class PolicyReader {
  private PolicyReader() {}

  private static DataSize fitting(DataSize quarantine, DataSize store) {
    if (quarantine.exceeds(store)) {
      throw new IllegalArgumentException("more than --store-bytes, which all files have to fit in");
    }
    return quarantine;
  }

  private static DataSize half(DataSize size) {
    return DataSize.ofBytes(size.bytes() / 2);
  }

  /**
   * Reads what may be sent.
   *
   * @param store where it has to fit in, when this process holds it
   */
  static UploadPolicy uploads(SettingValues values, Optional<DataSize> store) {
    UploadPolicy rest = UploadPolicy.defaults();
    int encrypted =
        values.number(
            Setting.MAX_ENCRYPTED, 0, UploadPolicy.MOST_FORMS_PER_CALL, rest.maxEncrypted());
    int plain =
        values.number(Setting.MAX_PLAIN, 0, UploadPolicy.MOST_FORMS_PER_CALL, rest.maxPlain());
    var life = values.get(Setting.UPLOAD_LIFE, Quantity::time, rest.life());
    var bytes = values.get(Setting.MAX_BYTES, Quantity::size, rest.maxBytes());
    Encryption encryption = values.get(Setting.KMS_KEY, Encryption.Kms::new, rest.encryption());
    var window = values.get(Setting.QUOTA_WINDOW, Quantity::time, rest.quotaWindow());
    long objects = values.get(Setting.QUOTA_OBJECTS, PolicyReader::count, rest.quotaObjects());
    var usual = store.map(PolicyReader::half).orElse(rest.quarantineBytes());
    var asked = values.get(Setting.QUARANTINE_BYTES, Quantity::size, usual);
    var quarantine =
        values.together(
            Setting.QUARANTINE_BYTES.option(),
            () -> store.map(room -> fitting(asked, room)).orElse(asked),
            usual);
    var share = Collections.max(List.of(bytes, half(quarantine)));
    var quota =
        values.get(
            Setting.QUOTA_BYTES,
            Quantity::size,
            Collections.min(List.of(share, rest.quotaBytes())));
    return values.together(
        "upload limits",
        () ->
            new UploadPolicy(
                encrypted, plain, life, bytes, encryption, window, objects, quota, quarantine),
        rest);
  }

  /** Reads what passes. */
  static SanitizationPolicy sanitization(SettingValues values) {
    SanitizationPolicy rest = SanitizationPolicy.defaults();
    long pixels = values.get(Setting.MAX_PIXELS, PolicyReader::count, rest.maxPixels());
    var text = values.get(Setting.MAX_TEXT_BYTES, Quantity::size, rest.maxTextBytes());
    var time = values.get(Setting.CHECK_TIME, Quantity::time, rest.deadline());
    var accepted = values.get(Setting.ACCEPT, TypeNames::parse, rest.accepted());
    ArchiveLimits archives = archives(values, rest.archives());
    boolean redact = values.get(Setting.REDACT, PolicyReader::onOrOff, rest.redactText());
    boolean cleaned =
        values.get(Setting.RETAIN_CLEANED, PolicyReader::onOrOff, rest.retainCleaned());
    boolean rejected =
        values.get(Setting.RETAIN_REJECTED, PolicyReader::onOrOff, rest.retainRejected());
    var retention = values.get(Setting.RETENTION, Quantity::time, rest.retention());
    return values.together(
        "checks",
        () ->
            new SanitizationPolicy(
                accepted,
                pixels,
                text,
                rest.maxJsonDepth(),
                rest.maxChunkBytes(),
                archives,
                redact,
                time,
                rest.maxAttempts(),
                rest.maxWait(),
                cleaned,
                rejected,
                retention),
        rest);
  }

  private static ArchiveLimits archives(SettingValues values, ArchiveLimits rest) {
    int members =
        values.number(Setting.ARCHIVE_MEMBERS, 1, ArchiveLimits.MOST_MEMBERS, rest.maxMembers());
    var bytes = values.get(Setting.ARCHIVE_BYTES, Quantity::size, rest.maxBytes());
    int ratio = values.number(Setting.ARCHIVE_RATIO, 1, ArchiveLimits.MOST_RATIO, rest.maxRatio());
    int depth = values.number(Setting.ARCHIVE_DEPTH, 1, ArchiveLimits.MOST_DEPTH, rest.maxDepth());
    return values.together("archives", () -> new ArchiveLimits(members, bytes, ratio, depth), rest);
  }

  private static long count(String text) {
    return Quantity.number(text, 1, 1L << 40);
  }

  static boolean onOrOff(String text) {
    return switch (text) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException("neither on nor off");
    };
  }
}
