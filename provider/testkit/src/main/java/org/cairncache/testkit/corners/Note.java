package org.cairncache.testkit.corners;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that can change after it was stored. Not thread-safe. */
public final class Note implements Serializable {
  private static final long serialVersionUID = 1L;

  private String text = "";

  /** An empty note, for codecs that build before they fill. */
  public Note() {}

  /** A note with a text. */
  public Note(String text) {
    this.text = text;
  }

  /** What the note says now. */
  public String getText() {
    return text;
  }

  /** Changes what the note says. */
  public void setText(String text) {
    this.text = text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Note note && text.equals(note.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return "Note[" + text + "]";
  }
}
