/**
 * Records on paper: a PDF of what its reader may take out of them. What a field gives is decided in {@link io.jianmi.form.record.PaperRecords};
 * here it is only laid out. Words of this package: paper, page, renderer.
 */
@NullMarked
package io.jianmi.form.print;

import org.jspecify.annotations.NullMarked;
