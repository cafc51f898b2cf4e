export { default as ChecklistForm } from './ChecklistForm.vue'
