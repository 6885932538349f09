/**
 * A running installation seen from outside: its HTTP interface as a named member, its databases by JDBC, its processes
 * in {@code /proc}, and its server process to start and kill. For measuring and proving tools and whole-system tests;
 * nothing of the server imports it. Imports the JDK, Jackson and JSpecify.
 */
@NullMarked
package io.jianmi.bench.site;

import org.jspecify.annotations.NullMarked;
