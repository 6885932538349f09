/**
 * The template centre: a prebuilt app is copied into a tenant through the very commands that a designer uses. Imports
 * the catalog and the desks of forms, workflows and dashboards.
 */
@NullMarked
package io.jianmi.template.install;

import org.jspecify.annotations.NullMarked;
