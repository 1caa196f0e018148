package org.cairncache.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.cairncache.testkit.redis.Redis;

/** Takes TLS off what comes for a Redis, with a certificate that it signed itself. */
final class TlsProxy implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final Redis redis;
  private final Path authorities;
  private final SSLServerSocket door;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private TlsProxy(Redis redis, Path authorities, SSLServerSocket door) {
    this.redis = redis;
    this.authorities = authorities;
    this.door = door;
    threads.execute(this::accept);
  }

  /**
   * Starts one.
   *
   * @param directory for its key and certificate
   * @param names that the certificate is for, as {@code dns:localhost,ip:127.0.0.1}
   */
  static TlsProxy to(Redis redis, Path directory, String names) throws Exception {
    KeyStore keys = keys(Files.createTempFile(directory, "keys", ".p12"), names);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    SSLServerSocket door =
        (SSLServerSocket)
            tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return new TlsProxy(
        redis, pem(Files.createTempFile(directory, "authorities", ".pem"), keys), door);
  }

  private static KeyStore keys(Path file, String names)
      throws IOException, InterruptedException, GeneralSecurityException {
    Files.delete(file); // keytool makes it
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=" + names,
                "-validity",
                "1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor(30, SECONDS)).isTrue();
    assertThat(keytool.exitValue()).as(() -> read(keytool.getInputStream())).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static String read(InputStream in) {
    try {
      return new String(in.readAllBytes(), US_ASCII);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  private static Path pem(Path file, KeyStore keys) throws IOException, GeneralSecurityException {
    byte[] certificate = keys.getCertificate("server").getEncoded();
    return Files.writeString(
        file,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n");
  }

  int port() {
    return door.getLocalPort();
  }

  /** The file in PEM that has the authority of its certificate. */
  Path authorities() {
    return authorities;
  }

  /** Ends all connections; new ones are welcome. */
  void endConnections() {
    sockets.forEach(TlsProxy::end);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(redis.host(), redis.port());
        sockets.add(client);
        sockets.add(server);
        threads.execute(() -> carry(client, server));
        threads.execute(() -> carry(server, client));
      } catch (IOException closed) {
        // the loop looks whether it is the door
      }
    }
  }

  // A handshake that fails shows in the first read.
  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // both are closed now
    } finally {
      sockets.remove(from);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // as it should be
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    endConnections();
    threads.shutdownNow();
  }
}
