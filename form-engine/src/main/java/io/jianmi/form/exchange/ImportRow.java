package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row of the file.
 *
 * @param line in the file, from 1
 * @param data as a client would send it
 */
record ImportRow(int line, ObjectNode data) {}
