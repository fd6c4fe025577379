package dev.sallyport.media.image;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to read the one scan of a sequential JPEG.
 *
 * @param components in the order of the file
 * @param across most blocks that a component has side by side in a unit
 * @param down most blocks that a component has above one another in a unit
 */
record JpegScan(List<Component> components, int across, int down) {
  private static final int SOI = 0xd8;
  private static final int SOF0 = 0xc0;
  private static final int SOF1 = 0xc1;
  private static final int SOS = 0xda;
  private static final int DQT = 0xdb;
  private static final int DHT = 0xc4;
  private static final int MOST_BLOCKS = 10;

  /**
   * One kind of samples.
   *
   * @param across its blocks side by side in a unit
   * @param down its blocks above one another in a unit
   * @param factors what its coefficients are multiplied by, in the order of the file
   * @param means codes of the first coefficient of a block
   * @param details codes of the others
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Component(int across, int down, int[] factors, HuffmanTable means, HuffmanTable details) {}

  /** What the frame header says of a component. */
  private record Declared(int id, int across, int down, int factors) {}

  /**
   * Reads everything before the data of the scan.
   *
   * @return nothing when the file has restarts, several scans or another kind of frame
   */
  static Optional<JpegScan> read(EntropyBits bits) throws IOException {
    Map<Integer, int[]> factors = new HashMap<>();
    Map<Integer, HuffmanTable> tables = new HashMap<>();
    List<Declared> frame = new ArrayList<>();
    require(bits.u16() == (0xff00 | SOI));
    while (true) {
      int marker = marker(bits);
      int length = bits.u16() - 2;
      switch (marker) {
        case DQT -> {
          if (!factors(bits, length, factors)) {
            return Optional.empty();
          }
        }
        case DHT -> tables(bits, length, tables);
        case SOF0, SOF1 -> frame.addAll(frame(bits));
        case SOS -> {
          return scan(bits, frame, factors, tables);
        }
        default -> {
          return Optional.empty();
        }
      }
    }
  }

  private static int marker(EntropyBits bits) throws IOException {
    require(bits.u8() == 0xff);
    int marker = bits.u8();
    while (marker == 0xff) {
      marker = bits.u8();
    }
    return marker;
  }

  private static boolean factors(EntropyBits bits, int length, Map<Integer, int[]> into)
      throws IOException {
    for (int left = length; left > 0; left -= 65) {
      int head = bits.u8();
      if (head > 3) {
        return false;
      }
      int[] factors = new int[64];
      for (int i = 0; i < factors.length; i++) {
        factors[i] = bits.u8();
      }
      into.put(head, factors);
    }
    return true;
  }

  private static void tables(EntropyBits bits, int length, Map<Integer, HuffmanTable> into)
      throws IOException {
    for (int left = length; left > 0; ) {
      int head = bits.u8();
      int[] counts = new int[16];
      int total = 0;
      for (int i = 0; i < counts.length; i++) {
        counts[i] = bits.u8();
        total += counts[i];
      }
      int[] symbols = new int[total];
      for (int i = 0; i < total; i++) {
        symbols[i] = bits.u8();
      }
      into.put(head, new HuffmanTable(counts, symbols));
      left -= 17 + total;
    }
  }

  private static List<Declared> frame(EntropyBits bits) throws IOException {
    List<Declared> frame = new ArrayList<>();
    bits.u8();
    bits.u16();
    bits.u16();
    int count = bits.u8();
    for (int i = 0; i < count; i++) {
      int id = bits.u8();
      int sampling = bits.u8();
      // One component alone has one block in a unit, whatever it says (T.81, A.2.2).
      frame.add(
          new Declared(
              id, count == 1 ? 1 : sampling >> 4, count == 1 ? 1 : sampling & 15, bits.u8()));
    }
    return frame;
  }

  private static Optional<JpegScan> scan(
      EntropyBits bits,
      List<Declared> frame,
      Map<Integer, int[]> factors,
      Map<Integer, HuffmanTable> tables)
      throws IOException {
    int count = bits.u8();
    if (count != frame.size()) {
      return Optional.empty();
    }
    List<Component> components = new ArrayList<>();
    int blocks = 0;
    for (Declared declared : frame) {
      if (bits.u8() != declared.id) {
        return Optional.empty();
      }
      int codes = bits.u8();
      components.add(
          new Component(
              declared.across,
              declared.down,
              known(factors.get(declared.factors)),
              known(tables.get(codes >> 4)),
              known(tables.get(0x10 | (codes & 15)))));
      blocks += declared.across * declared.down;
    }
    require(blocks <= MOST_BLOCKS);
    bits.u8();
    bits.u16();
    int across = components.stream().mapToInt(Component::across).max().orElseThrow();
    int down = components.stream().mapToInt(Component::down).max().orElseThrow();
    return Optional.of(new JpegScan(List.copyOf(components), across, down));
  }

  private static <T> T known(@Nullable T table) throws UnfitContentException {
    if (table == null) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    return table;
  }

  private static void require(boolean holds) throws UnfitContentException {
    UnfitContentException.malformedUnless(holds);
  }
}
