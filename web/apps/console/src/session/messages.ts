import { messages } from '@/i18n/messages'

export default messages(
  {
    title: '登录',
    welcome: '登录工作台',
    login: '账号',
    password: '密码',
    submit: '登录',
    missing: '请输入账号和密码',
    motto: '随机抽取对象，随机选派人员，结果依法公开。',
    mottoHint: '每一次抽取都可由任何人复算，每一步操作都留痕可查。',
    forgotten: '忘记密码，请联系本单位的安全管理员。',
    done: '初始化完成，请登录。',
    ended: '登录已失效，请重新登录。',
    noStaff: '仅供市场监管部门工作人员使用',
  },
  {
    title: 'Sign in',
    welcome: 'Sign in to the console',
    login: 'Login name',
    password: 'Password',
    submit: 'Sign in',
    missing: 'Enter your login name and password',
    motto: 'Targets drawn at random, inspectors matched at random, results open to all.',
    mottoHint: 'Anyone can repeat any draw; every step leaves a trace.',
    forgotten: 'If you forgot your password, ask the security administrator of your department.',
    done: 'Set-up is done. Please sign in.',
    ended: 'Your session has ended. Please sign in again.',
    noStaff: 'For staff of market-supervision departments only',
  },
)
