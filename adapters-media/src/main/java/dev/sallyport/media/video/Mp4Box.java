package dev.sallyport.media.video;

/**
 * One box of an <a href="https://www.iso.org/standard/83102.html">ISO base media file</a>.
 *
 * @param type four characters
 * @param start where its size stands
 * @param body where its content begins
 * @param end the place after its content
 */
record Mp4Box(String type, long start, long body, long end) {
  long length() {
    return end - body;
  }
}
