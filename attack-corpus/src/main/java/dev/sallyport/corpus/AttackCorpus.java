package dev.sallyport.corpus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All files, in the order of the matrix. */
public final class AttackCorpus {
  private AttackCorpus() {}

  /** Returns every file; their bytes are made when somebody asks for them. */
  public static List<AttackSample> samples() {
    return Stream.of(
            JpegSamples.all(),
            PngSamples.all(),
            GifSamples.all(),
            WebpSamples.all(),
            BmpSamples.all(),
            TextSamples.all(),
            ZipSamples.all(),
            GzipTarSamples.all(),
            AudioSamples.all(),
            OggFlacSamples.all(),
            VideoSamples.all(),
            DumpSamples.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Returns why an attack cannot be tried with files of a family; nothing when it is tried. */
  public static Optional<String> impossible(AttackClass attack, Family family) {
    return Impossible.reason(attack, family);
  }

  /** Returns the formats, in the order in which they come. */
  public static List<String> formats() {
    return samples().stream().map(AttackSample::format).distinct().toList();
  }
}
