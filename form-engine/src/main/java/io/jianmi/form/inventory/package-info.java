/**
 * The inventory of personal data (处理活动记录, PIPL article 55; GDPR article 30): which fields of which published forms hold what about
 * people, why, for how long, how it is found and who sees it. Worked out from the definitions alone; no value is read. Words of this package:
 * inventory. May import form.access, form.compile and form.design.
 */
@NullMarked
package io.jianmi.form.inventory;

import org.jspecify.annotations.NullMarked;
