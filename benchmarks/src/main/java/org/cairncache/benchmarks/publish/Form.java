package org.cairncache.benchmarks.publish;

/**
 * How parts are measured.
 *
 * @param quick for a moment only, to see that it works; the figures mean nothing
 * @param provider class name of the provider under test
 */
record Form(boolean quick, String provider) {}
