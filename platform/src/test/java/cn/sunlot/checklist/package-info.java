@org.jspecify.annotations.NullMarked
package cn.sunlot.checklist;
