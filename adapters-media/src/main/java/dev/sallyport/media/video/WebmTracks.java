package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Walks over the tracks: codecs of WebM, not encrypted, without names. */
final class WebmTracks {
  private static final int MAX_TRACKS = 32;
  private static final int VIDEO = 1;
  private static final int AUDIO = 2;
  private static final Set<String> VIDEO_CODECS = Set.of("V_VP8", "V_VP9", "V_AV1");
  private static final Set<String> AUDIO_CODECS = Set.of("A_OPUS", "A_VORBIS");

  private final Ebml ebml;
  private final Set<Long> numbers = new HashSet<>();

  WebmTracks(Ebml ebml) {
    this.ebml = ebml;
  }

  boolean has(long number) {
    return numbers.contains(number);
  }

  void walk(Ebml.Element tracks) throws IOException {
    malformedUnless(numbers.isEmpty());
    ebml.children(
        tracks,
        entry -> {
          malformedUnless(entry.id() == 0xae && numbers.size() < MAX_TRACKS);
          new Track().walk(entry);
        });
    malformedUnless(!numbers.isEmpty());
  }

  /** What one entry says so far. */
  private final class Track {
    private long number;
    private long type;
    private String codec = "";

    private void walk(Ebml.Element entry) throws IOException {
      ebml.children(entry, this::field);
      malformedUnless(number > 0 && numbers.add(number));
      boolean known =
          (type == VIDEO && VIDEO_CODECS.contains(codec))
              || (type == AUDIO && AUDIO_CODECS.contains(codec));
      refuseUnless(known, ReasonCode.UNSUPPORTED_TYPE);
    }

    private void field(Ebml.Element field) throws IOException {
      switch (field.id()) {
        case 0xd7 -> number = ebml.unsigned(field);
        case 0x83 -> type = ebml.unsigned(field);
        case 0x86 -> codec = ebml.text(field);
        case 0xe0, 0xe1, 0x41e4 -> WebmMasters.walk(ebml, field);
        case 0x6d80 -> encodings(field);
        case 0x73c5, 0xb9, 0x88, 0x9c, 0xaa, 0x6de7, 0x6df8, 0x56aa, 0x56bb ->
            malformedUnless(field.length() <= 8);
        case 0x55aa, 0x55ab, 0x55ac, 0x55ad, 0x55ae, 0x55af, 0x55ee ->
            malformedUnless(field.length() <= 8);
        case 0x23e383, 0x234e7a -> malformedUnless(field.length() <= 8);
        case 0x22b59c, 0x22b59d -> malformedUnless(field.length() <= 64);
        case 0x63a2 -> malformedUnless(field.length() <= 1 << 20);
        default -> ebml.drop(field);
      }
    }

    private void encodings(Ebml.Element encodings) throws IOException {
      ebml.children(
          encodings,
          encoding ->
              ebml.children(
                  encoding,
                  field -> {
                    boolean encrypts = field.id() == 0x5033 && ebml.unsigned(field) == 1;
                    refuseUnless(field.id() != 0x5035 && !encrypts, ReasonCode.ENCRYPTED);
                  }));
      throw new UnfitContentException(ReasonCode.UNSUPPORTED_TYPE);
    }
  }
}
