package dev.sallyport.media.image;

import dev.sallyport.domain.profile.RenditionSize;

/** A part of an image, in its pixels, which need not be whole. */
record Crop(double left, double top, double width, double height) {
  /** Returns the largest part of a shape from the middle of an image. */
  static Crop middle(int width, int height, RenditionSize shape) {
    double fittingWidth = (double) height * shape.width() / shape.height();
    if (fittingWidth <= width) {
      return new Crop((width - fittingWidth) / 2, 0, fittingWidth, height);
    }
    double fittingHeight = (double) width * shape.height() / shape.width();
    return new Crop(0, (height - fittingHeight) / 2, width, fittingHeight);
  }

  /** Returns how many of its pixels become one of a rendition, along a side. */
  double ratioTo(RenditionSize size) {
    return width / size.width();
  }

  int firstColumn() {
    return (int) left;
  }

  int firstRow() {
    return (int) top;
  }

  /** Returns the column after the last one, of so many. */
  int endColumn(int columns) {
    return Math.min(columns, (int) Math.ceil(left + width));
  }

  /** Returns the row after the last one, of so many. */
  int endRow(int rows) {
    return Math.min(rows, (int) Math.ceil(top + height));
  }
}
