package org.cairncache.testkit.proxy;

import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * How one protocol divides the bytes of a connection into commands and replies.
 *
 * <p>Replies come in the order of their commands. A framing has no state and is thread-safe; what
 * it makes follows one direction of one connection and is used by one thread.
 */
public interface Framing {

  /**
   * The protocol of Redis: RESP2 and RESP3, with inline commands. A command is named by its first
   * word in upper case ({@code "SET"}) and counts when its last byte has come. Pushes are notices.
   *
   * <p>{@code SUBSCRIBE} and its kin are counted, but have no reply to drop. What cannot be
   * followed: {@code CLIENT REPLY}, {@code MONITOR}, replication, streamed RESP3 types, and other
   * commands on a RESP2 connection that subscribes.
   */
  static Framing resp() {
    return RespFraming.RESP;
  }

  /**
   * HTTP/1.1 and 1.0. A request is named by its method and its target as they were sent ({@code
   * "PUT /bucket/key"}) and counts when its header has come, as it may be answered before its body
   * has. Interim responses (1xx) are notices. A change of protocol (101) is refused.
   */
  static Framing http() {
    return HttpFraming.HTTP;
  }

  /** Any protocol: no commands are seen, so none is counted and no reply can be dropped. */
  static Framing none() {
    return NoFraming.NONE;
  }

  /** Follows what the client of a new connection sends. */
  Requests requests();

  /** Follows what the server of a new connection sends. */
  Replies replies();

  /** Whether the server answers the command with a reply of its own. */
  default boolean awaitsReply(String command) {
    return true;
  }

  /** The bytes of a client, one after the other. Not thread-safe. */
  interface Requests {
    /**
     * Takes the next byte.
     *
     * @return the name of the command that this byte makes known, null if it makes none known
     * @throws ProtocolException if the byte cannot stand here; the connection is then reset
     */
    @Nullable String next(byte next) throws ProtocolException;
  }

  /** The bytes of a server, one after the other. Not thread-safe. */
  interface Replies {
    /**
     * Takes the next byte.
     *
     * @param answering the name of the oldest command without a reply, null if there is none
     * @throws ProtocolException if the byte cannot stand here; the connection is then reset
     */
    Part next(byte next, @Nullable String answering) throws ProtocolException;
  }

  /** What a byte of a server is. */
  enum Part {
    /** More has to come. */
    MORE,

    /** The last byte of something that answers no command. */
    NOTICE,

    /** The last byte of the reply to the oldest command without one. */
    REPLY
  }
}
