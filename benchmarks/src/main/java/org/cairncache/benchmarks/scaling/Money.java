package org.cairncache.benchmarks.scaling;

/**
 * What a month of a load costs at the prices of the {@link Inputs}, in USD. Immutable.
 *
 * @param valueBytes of each entry
 */
record Money(Inputs inputs, int valueBytes) {
  static final double SECONDS_OF_MONTH = 30 * 86_400.0;

  /** The prices of one service. */
  enum Service {
    /** Amazon's. */
    S3("S3", "--s3-get", "--s3-put", "--s3-storage"),
    /** Google's. */
    GCS("Cloud Storage", "--gcs-b", "--gcs-a", "--gcs-storage");

    private final String text;
    private final String get;
    private final String put;
    private final String storage;

    Service(String text, String get, String put, String storage) {
      this.text = text;
      this.get = get;
      this.put = put;
      this.storage = storage;
    }

    String text() {
      return text;
    }
  }

  /** The same with other values. */
  Money of(int otherBytes) {
    return new Money(inputs, otherBytes);
  }

  /** By where entries are: a bucket alone, with memory, with memory and Redis; Redis alone. */
  double price(int way, ChainResult result, Service service) {
    double puts = result.bucketPuts();
    int keys = result.load().keys();
    return switch (way) {
      case 0 -> bucket(service, result.gets(), puts, keys);
      case 1 -> bucket(service, result.nearMisses(), puts, keys);
      case 2 -> bucket(service, result.bucketGets(), puts, keys) + redisLevel(result);
      default -> redisAlone(result);
    };
  }

  /** A bucket that is asked so much a second and keeps so many keys. */
  double bucket(Service service, double gets, double puts, int keys) {
    double requests =
        SECONDS_OF_MONTH / 1e6 * (gets * inputs.get(service.get) + puts * inputs.get(service.put));
    return requests + keys * (double) valueBytes / 1e9 * inputs.get(service.storage);
  }

  /** A Redis that has all keys and decides: each primary has a replica. */
  double redisAlone(ChainResult result) {
    ClusterLoad load =
        new ClusterLoad(
            "alone", result.gets(), result.bucketPuts(), 0, result.load().keys(), valueBytes);
    return 2 * inputs.node().primaries(load) * inputs.get("--redis-node");
  }

  /** A Redis that is a near level: without replicas, since the bucket has all that it has. */
  double redisLevel(ChainResult result) {
    ClusterLoad load =
        new ClusterLoad("level", result.commands(), 0, 0, result.load().redisSize(), valueBytes);
    return inputs.node().primaries(load) * inputs.get("--redis-node");
  }
}
