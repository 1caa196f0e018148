package org.cairncache.benchmarks.jmh;

import java.util.Map;
import org.cairncache.benchmarks.report.Quartiles;

/**
 * What JMH found of one method with one set of parameters.
 *
 * @param method name of the method, without its class
 * @param parameters by name of the field
 * @param time of one call, over the iterations of all forks, in the unit of the benchmark
 */
public record Score(String method, Map<String, String> parameters, Quartiles time) {}
