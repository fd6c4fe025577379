package dev.sallyport.media.image;

import dev.sallyport.media.rebuild.UnfitContentException;

/**
 * A Huffman table of a JPEG, made to be looked up by the next bits (<a
 * href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, C.2 and F.2.2.3</a>).
 *
 * <p>An entry of {@link #fast} is 0 when the code is longer than {@link #LOOK} bits. Else its
 * lowest 5 bits count the bits to take, the next 8 are the symbol, and the upper 16 the signed
 * value that follows the code, or 0 when that has not been looked at.
 */
final class HuffmanTable {
  static final int LOOK = 10;
  private static final int LONGEST = 16;

  private final int[] fast = new int[1 << LOOK];
  private final int[] limits = new int[LONGEST + 2];
  private final int[] offsets = new int[LONGEST + 2];
  private final int[] symbols;

  /**
   * Makes one.
   *
   * @param counts how many codes there are of each length from 1 to 16
   * @param symbols in the order of their codes
   */
  HuffmanTable(int[] counts, int[] symbols) throws UnfitContentException {
    this.symbols = symbols;
    int code = 0;
    int next = 0;
    for (int length = 1; length <= LONGEST; length++) {
      offsets[length] = next - code;
      UnfitContentException.malformedUnless(code + counts[length - 1] <= 1 << length);
      for (int i = 0; i < counts[length - 1]; i++) {
        if (length <= LOOK) {
          enter(code, length, symbols[next]);
        }
        code++;
        next++;
      }
      limits[length] = code << (LONGEST - length);
      code <<= 1;
    }
    limits[LONGEST + 1] = Integer.MAX_VALUE;
  }

  private void enter(int code, int length, int symbol) {
    int free = LOOK - length;
    int size = symbol & 15;
    for (int rest = 0; rest < 1 << free; rest++) {
      int entry = (symbol << 5) | length;
      if (size > 0 && size <= free) {
        int value = extend(rest >> (free - size), size);
        entry = (value << 16) | (symbol << 5) | (length + size);
      }
      fast[(code << free) | rest] = entry;
    }
  }

  /** Returns the signed value that so many bits stand for (T.81, F.2.2.1). */
  static int extend(int bits, int size) {
    return bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
  }

  /** Returns the entries by the next {@link #LOOK} bits; not to be changed. */
  int[] fast() {
    return fast;
  }

  /** Returns the symbol and the length of the code at the start of 16 bits, as an entry. */
  int slow(int bits) throws UnfitContentException {
    int length = LOOK + 1;
    while (length <= LONGEST && bits >= limits[length]) {
      length++;
    }
    UnfitContentException.malformedUnless(length <= LONGEST);
    int index = (bits >> (LONGEST - length)) + offsets[length];
    UnfitContentException.malformedUnless(index >= 0 && index < symbols.length);
    return (symbols[index] << 5) | length;
  }
}
