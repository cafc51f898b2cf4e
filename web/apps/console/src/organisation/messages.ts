import { messages } from '@/i18n/messages'

export default messages(
  {
    role: {
      SECTION_OFFICER: '业务科室经办人',
      INSPECTOR: '执法检查人员',
      SECTION_HEAD: '科室负责人',
      PRINCIPAL: '局主要负责人',
      REGULATION_SECTION: '法规科',
      AUDITOR: '审计',
      SYSTEM_ADMINISTRATOR: '系统管理员',
      SECURITY_ADMINISTRATOR: '安全管理员',
      AUDIT_ADMINISTRATOR: '审计管理员',
    },
  },
  {
    role: {
      SECTION_OFFICER: 'Section officer',
      INSPECTOR: 'Inspector',
      SECTION_HEAD: 'Section head',
      PRINCIPAL: 'Bureau principal',
      REGULATION_SECTION: 'Regulation section',
      AUDITOR: 'Auditor',
      SYSTEM_ADMINISTRATOR: 'System administrator',
      SECURITY_ADMINISTRATOR: 'Security administrator',
      AUDIT_ADMINISTRATOR: 'Audit administrator',
    },
  },
)
