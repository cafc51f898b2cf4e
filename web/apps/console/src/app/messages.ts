import { messages } from '@/i18n/messages'

export default messages(
  {
    language: '语言',
    menu: '主菜单',
    openMenu: '打开菜单',
    skip: '跳到正文',
    demoMark: '演示环境',
    demo: '演示环境：数据均为虚构，可随意操作。',
    you: '我的账号',
    logout: '退出登录',
    roles: '角色',
    profile: '适用规则',
    here: '当前位置',
    group: { work: '日常工作', prepare: '基础与计划', supervise: '监督', manage: '系统管理' },
    forbidden: {
      title: '您没有访问此页面的权限',
      text: '此页面需要相应岗位的权限。如工作需要，请联系本单位的安全管理员。',
      home: '回到首页',
    },
    notFound: {
      title: '没有找到这个页面',
      text: '地址可能有误，或者内容已经移走。',
    },
    down: { title: '暂时无法打开工作台' },
    broken: '页面出现意外错误，请重新加载后再试。',
  },
  {
    language: 'Language',
    menu: 'Main menu',
    openMenu: 'Open the menu',
    skip: 'Skip to content',
    demoMark: 'Demonstration',
    demo: 'Demonstration: all data are made up, try anything.',
    you: 'My account',
    logout: 'Sign out',
    roles: 'Roles',
    profile: 'Rule profile',
    here: 'You are here',
    group: {
      work: 'Daily work',
      prepare: 'Basis and plans',
      supervise: 'Oversight',
      manage: 'Administration',
    },
    forbidden: {
      title: 'You may not open this page',
      text: 'It needs the permission of another post. If your work needs it, ask the security administrator of your department.',
      home: 'Go to the home page',
    },
    notFound: {
      title: 'There is no such page',
      text: 'The address may be wrong, or the content has moved.',
    },
    down: { title: 'The console cannot be opened at present' },
    broken: 'Something unexpected went wrong on this page. Reload it and try again.',
  },
)
