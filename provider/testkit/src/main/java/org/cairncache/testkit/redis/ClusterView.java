package org.cairncache.testkit.redis;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cluster as one of its nodes sees it.
 *
 * @param ports of the nodes it is linked with, and its own
 * @param replicas the ports of those that it knows as replicas
 * @param slots that are served
 * @param ownSlots that it serves itself
 */
record ClusterView(Set<Integer> ports, Set<Integer> replicas, BitSet slots, BitSet ownSlots) {

  static ClusterView of(RedisServer node) {
    ClusterView view =
        new ClusterView(new HashSet<>(), new HashSet<>(), new BitSet(), new BitSet());
    node.command("CLUSTER", "NODES").text().lines().forEach(view::read);
    return view;
  }

  // id host:port@bus flags primary ping pong epoch link slots…
  private void read(String line) {
    String[] words = line.split(" ", -1);
    String flags = words[2];
    if (flags.contains("handshake") || flags.contains("noaddr") || flags.contains("fail")) {
      return;
    }
    String address = words[1];
    int port =
        Integer.parseInt(address.substring(address.lastIndexOf(':') + 1, address.indexOf('@')));
    ports.add(port);
    if (flags.contains("slave")) {
      replicas.add(port);
    }
    for (int i = 8; i < words.length; i++) {
      if (!words[i].startsWith("[") && !words[i].isEmpty()) {
        add(words[i].split("-", -1), flags.contains("myself"));
      }
    }
  }

  private void add(String[] range, boolean own) {
    int from = Integer.parseInt(range[0]);
    int to = Integer.parseInt(range[range.length - 1]) + 1;
    slots.set(from, to);
    if (own) {
      ownSlots.set(from, to);
    }
  }

  boolean isComplete(List<RedisServer> nodes) {
    return ports.size() == nodes.size();
  }
}
