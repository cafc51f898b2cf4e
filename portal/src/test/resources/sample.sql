-- What a bureau has published, as the platform would write it; synthetic.
INSERT INTO publicity.item (id, item_id, authority_id, authority, department, code, name, number, category, ratio_cap_bp, times_per_year,
  target_kind, content, basis, methods, body, from_day, until_day, checklist) VALUES
 ('00000000-0000-7000-8000-000000000101', '00000000-0000-7000-8000-000000000111', '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '节能与综合利用科', 'JN-01', '用能单位执行国家明令淘汰用能设备情况的监察', 1, 'general', 500, 1,
  'enterprise', '是否使用国家明令淘汰的用能设备、生产工艺；能源计量器具配备和使用情况；能源利用状况报告情况。', ARRAY['《中华人民共和国节约能源法》第十六条、第十七条', '《工业节能监察办法》（工信部令第58号）第六条'], ARRAY['on-site','documents'], '示范市工业和信息化局', '2026-01-01', NULL,
  '{"title":"节能监察检查表","sections":[{"title":"用能设备","questions":[{"text":"是否使用国家明令淘汰的用能设备","choices":[],"standard":"发现一台即为不符合","consequence":"责令停止使用，依法处理","basis":"《节约能源法》第十七条"},{"text":"能源计量器具配备率","choices":["达标","不达标"],"standard":"低于国家标准要求为不达标","consequence":"责令限期改正","basis":"《节约能源法》第二十七条"}]}]}'),
 ('00000000-0000-7000-8000-000000000102', '00000000-0000-7000-8000-000000000112', '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '安全生产科', 'AQ-01', '民用爆炸物品生产、销售企业安全生产监督检查', 2, 'key', NULL, 2,
  'enterprise', '安全生产责任制、生产许可条件保持、危险作业场所管理。', ARRAY['《民用爆炸物品安全管理条例》第四条'], ARRAY['on-site','testing'], '示范市工业和信息化局', '2026-01-01', NULL, NULL),
 ('00000000-0000-7000-8000-000000000103', '00000000-0000-7000-8000-000000000112', '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '安全生产科', 'AQ-01', '民用爆炸物品企业安全检查', 1, 'key', NULL, 1,
  'enterprise', '安全生产责任制。', ARRAY['《民用爆炸物品安全管理条例》第四条'], ARRAY['on-site'], '示范市工业和信息化局', '2025-01-01', '2025-12-31', NULL);
INSERT INTO publicity.item (id, item_id, authority_id, authority, department, code, name, number, category, ratio_cap_bp, times_per_year,
  target_kind, content, basis, methods, body, from_day, until_day, checklist, participants, batch, decided_on, decision_number) VALUES
 ('00000000-0000-7000-8000-000000000104', '00000000-0000-7000-8000-000000000114', '00000000-0000-7000-8000-000000000001', '示范市人民政府', '市应急管理局', 'LH-01', '危险化学品经营企业联合检查', 1, 'key', NULL, 1,
  'enterprise', '安全生产责任制、经营许可条件保持、标签和台账。', ARRAY['《中华人民共和国安全生产法》第四十条'], ARRAY['on-site'], '市应急管理局', '2026-01-01', NULL, NULL, ARRAY['市市场监督管理局','市生态环境局'], 'B-2026-0001', '2025-12-20', '示联席〔2025〕8号');
INSERT INTO publicity.plan VALUES
 ('00000000-0000-7000-8000-000000000201', 1, '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '节能与综合利用科', 'P-2026-0001', 2026, '2026 年度双随机抽查计划', '', '2026-01-20T02:00:00Z'),
 ('00000000-0000-7000-8000-000000000201', 2, '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '节能与综合利用科', 'P-2026-0001', 2026, '2026 年度双随机抽查计划', '省厅 5 月部署专项节能监察，提高 C、D 类企业抽取比例', '2026-05-18T02:00:00Z');
INSERT INTO publicity.plan_line
SELECT '00000000-0000-7000-8000-000000000201', v, '00000000-0000-7000-8000-000000000211', 1, '重点用能单位节能监察', '节能监察', ARRAY['00000000-0000-7000-8000-000000000101'::uuid],
  ARRAY['用能单位执行国家明令淘汰用能设备情况的监察'], ARRAY['enterprise'], ARRAY['370303','370305'], ARRAY[]::text[], '{"A":100,"B":200,"C":500,"D":1000}', 1, '2026-03-01', '2026-11-30', '节能与综合利用科', '示范市工业和信息化局', 2112, 40 FROM generate_series(1, 2) v;
INSERT INTO publicity.plan (plan_id, version, authority_id, authority, department, number, year, title, reason, published_at, kind, decided_by, decided_on, decision_number,
  ground, ground_text, document_number) VALUES
 ('00000000-0000-7000-8000-000000000202', 1, '00000000-0000-7000-8000-000000000001', '示范市人民政府', '市市场监督管理局', 'P-2026-0002', 2026, '2026 年度部门联合双随机抽查计划', '', '2026-02-20T02:00:00Z',
  'joint', 'joint-conference', '2026-02-16', '示联席〔2026〕2号', NULL, '', ''),
 ('00000000-0000-7000-8000-000000000203', 1, '00000000-0000-7000-8000-000000000001', '示范市人民政府', '市应急管理局', 'P-2026-0003', 2026, '危险化学品专项联合检查', '', '2026-06-02T02:00:00Z',
  'ad-hoc', NULL, NULL, NULL, 'superior-order', '省厅部署的专项行动', '示应急〔2026〕18号');
INSERT INTO publicity.plan_line (plan_id, version, line_id, position, title, category, item_ids, items, kinds, regions, tags, rates_bp, times_per_year, from_day, until_day, executing, body,
  planned_pool, planned_expected, lead, participants, counts)
SELECT p, 1, l, 1, '危险化学品经营企业联合检查', '安全生产', ARRAY['00000000-0000-7000-8000-000000000104'::uuid], ARRAY['危险化学品经营企业联合检查'], ARRAY['enterprise'], ARRAY['张店区'], ARRAY[]::text[],
  '{"C":1000}', 1, '2026-04-01', '2026-10-31', '危化科', '市应急管理局', 180, 22, '市应急管理局', ARRAY['市市场监督管理局','市生态环境局'], '{"D":12}'
FROM (VALUES ('00000000-0000-7000-8000-000000000202'::uuid, '00000000-0000-7000-8000-000000000212'::uuid),
  ('00000000-0000-7000-8000-000000000203'::uuid, '00000000-0000-7000-8000-000000000213'::uuid)) joint (p, l);
INSERT INTO publicity.draw (id, authority_id, authority, department, number, draw_ref, task_id, task_number, purpose, state, suite, commitment_hash, pool_size, frame_size,
  excluded_size, drawn, rounds, witnesses, public_sources, profile, previous_id, committed_at, drawn_at, void_cause, void_reason, void_at, shown_at) VALUES
 ('00000000-0000-7000-8000-000000000401', '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '节能与综合利用科', 'D-2026-0001', '3703-D-2026-0001', '00000000-0000-7000-8000-000000000301', 'T-2026-0001', 'targets', 'void', 'sha256',
  '7b1f0f5f3a7f1d3c5f6d2e8a9b0c4d1e2f3a4b5c6d7e8f90a1b2c3d4e5f60718', 2112, 2100, 12, 0, 0, ARRAY['enterprise-representative'], ARRAY[]::text[], 'zibo_miit 2020-06-06', NULL, '2026-03-10T01:30:00Z', NULL, 'given-up', '现场投影设备故障，在场见证人无法核对承诺值，经局主要负责人批准放弃', '2026-03-10T02:00:00Z', '2026-03-10T02:00:00Z'),
 ('00000000-0000-7000-8000-000000000402', '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '节能与综合利用科', 'D-2026-0002', '3703-D-2026-0002', '00000000-0000-7000-8000-000000000301', 'T-2026-0001', 'targets', 'closed', 'sha256',
  '0c6e21d4b8a97f35e2d1c0b9a8f7e6d5c4b3a29180716f5e4d3c2b1a09f8e7d6', 2112, 2100, 12, 40, 1, ARRAY['enterprise-representative','regulation-section'], ARRAY['dice'], 'zibo_miit 2020-06-06', '00000000-0000-7000-8000-000000000401', '2026-03-11T01:30:00Z', '2026-03-11T02:10:00Z', NULL, NULL, NULL, '2026-03-11T02:10:00Z'),
 ('00000000-0000-7000-8000-000000000403', '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '节能与综合利用科', 'D-2026-0003', '3703-D-2026-0003', '00000000-0000-7000-8000-000000000301', 'T-2026-0001', 'inspectors', 'drawn', 'sha256',
  'aa6e21d4b8a97f35e2d1c0b9a8f7e6d5c4b3a29180716f5e4d3c2b1a09f8e7d6', 0, 0, 0, 80, 0, ARRAY['regulation-section'], ARRAY['dice'], 'zibo_miit 2020-06-06', NULL, '2026-03-12T01:30:00Z', '2026-03-12T02:10:00Z', NULL, NULL, NULL, '2026-03-12T02:10:00Z');
INSERT INTO publicity.draw_stratum SELECT id::uuid, s.* FROM (VALUES ('00000000-0000-7000-8000-000000000401'), ('00000000-0000-7000-8000-000000000402')) d(id),
  (VALUES ('A', 1800, 100, NULL::int, 18, false), ('B', 250, 500, NULL, 13, false), ('C', 42, 1000, NULL, 5, false), ('D', 8, NULL, 4, 4, false)) s;
INSERT INTO publicity.draw_live VALUES
 ('00000000-0000-7000-8000-000000000401', '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '00000000-0000-7000-8000-000000000301', 'D-2026-0001', 'targets', 'void',
  '{"ref":"3703-D-2026-0001","number":"D-2026-0001","purpose":"targets","state":"void","task":"T-2026-0001","suite":"sha256","poolSize":2112,"frameSize":2100,"excludedSize":12,"excluded":{"annual-cap":9,"exempt":3},"strata":[{"name":"A","size":1800,"rateBp":100,"count":null,"quota":18,"weighted":false,"drawn":0},{"name":"B","size":250,"rateBp":500,"count":null,"quota":13,"weighted":false,"drawn":0},{"name":"C","size":42,"rateBp":1000,"count":null,"quota":5,"weighted":false,"drawn":0},{"name":"D","size":8,"rateBp":null,"count":4,"quota":4,"weighted":false,"drawn":0}],"commitment":{"hash":"7b1f0f5f3a7f1d3c5f6d2e8a9b0c4d1e2f3a4b5c6d7e8f90a1b2c3d4e5f60718","at":"2026-03-10T01:30:00Z","revealBy":"2026-03-10T02:30:00Z","openBy":"2026-03-10T03:30:00Z"},"parties":[{"party":"w1","kind":"enterprise-representative","nonce":null}],"sources":[],"rounds":0,"drawn":0,"unfilled":0,"last":[],"places":[],"voided":{"cause":"given-up","reason":"现场投影设备故障，在场见证人无法核对承诺值，经局主要负责人批准放弃","failed":[],"at":"2026-03-10T02:00:00Z"}}', 3, '2026-03-10T02:00:00Z'),
 ('00000000-0000-7000-8000-000000000402', '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '00000000-0000-7000-8000-000000000301', 'D-2026-0002', 'targets', 'closed',
  '{"ref":"3703-D-2026-0002","number":"D-2026-0002","purpose":"targets","state":"closed","task":"T-2026-0001","suite":"sha256","poolSize":2112,"frameSize":2100,"excludedSize":12,"excluded":{"annual-cap":9,"exempt":3},"strata":[{"name":"A","size":1800,"rateBp":100,"count":null,"quota":18,"weighted":false,"drawn":18},{"name":"B","size":250,"rateBp":500,"count":null,"quota":13,"weighted":false,"drawn":13},{"name":"C","size":42,"rateBp":1000,"count":null,"quota":5,"weighted":false,"drawn":5},{"name":"D","size":8,"rateBp":null,"count":4,"quota":4,"weighted":false,"drawn":4}],"commitment":{"hash":"0c6e21d4b8a97f35e2d1c0b9a8f7e6d5c4b3a29180716f5e4d3c2b1a09f8e7d6","at":"2026-03-11T01:30:00Z","revealBy":"2026-03-11T02:30:00Z","openBy":"2026-03-11T03:30:00Z"},"parties":[{"party":"w1","kind":"enterprise-representative","nonce":"5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e"},{"party":"w2","kind":"regulation-section","nonce":"a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7"}],"sources":[{"kind":"dice","id":"","value":"3 1 6 2 5 4 4 1 2 6"}],"rounds":1,"drawn":40,"unfilled":0,"last":[{"n":39,"r":0,"stratum":"D","place":3,"token":"1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b","ticket":"0202020202020202020202020202020202020202020202020202020202020202"},{"n":40,"r":0,"stratum":"D","place":4,"token":"9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c9c","ticket":"0707070707070707070707070707070707070707070707070707070707070707"}],"places":[],"voided":null}', 9, '2026-03-11T02:10:00Z');
INSERT INTO publicity.draw_excluded VALUES ('00000000-0000-7000-8000-000000000402', 'annual-cap', 9), ('00000000-0000-7000-8000-000000000402', 'exempt', 3);
INSERT INTO publicity.transcript (draw_id, content, sha256) VALUES ('00000000-0000-7000-8000-000000000402', decode('504b0506000000000000000000000000000000000000', 'hex'), '8739c76e681f900923b900c9df0ef75cf421d39cabb54650c4b9ad19b6a76d85');
INSERT INTO publicity.notice VALUES ('00000000-0000-7000-8000-000000000301', '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '节能与综合利用科', 'T-2026-0001', '2026 年第一批重点用能单位节能监察', 'plan',
  '00000000-0000-7000-8000-000000000201', 'P-2026-0001', '2026 年度双随机抽查计划', '重点用能单位节能监察', ARRAY['00000000-0000-7000-8000-000000000101'::uuid], ARRAY['用能单位执行国家明令淘汰用能设备情况的监察'], '2026-03-15', '2026-04-30',
  '00000000-0000-7000-8000-000000000402', '2026-03-11T02:10:00Z', 40, '2026-04-28');
UPDATE publicity.notice SET participants = ARRAY['示范市应急管理局', '示范市市场监督管理局'];
INSERT INTO publicity.result (id, number, revision, authority_id, authority, department, unit_id, target_name, plan_id, plan_number, plan_title, task_id, task_number, task_title, ground,
  item_id, item_code, item_name, visited_on, type, finding, measures, handling, direct_reason, published_at, corrects_id, correction_reason, replaced_by)
SELECT ('00000000-0000-7000-8000-00000000' || lpad((5000 + n)::text, 4, '0'))::uuid, 'R-2026-' || lpad(n::text, 4, '0'), 1, '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '节能与综合利用科',
  CASE WHEN n = 3 THEN '91370303MA3C8K2X5P' ELSE '9137030' || (3 + n % 2) || 'MA3' || lpad((n * 7919 % 1000000)::text, 6, '0') || 'X' END,
  CASE n WHEN 1 THEN '示范市鲁中特种水泥有限公司' WHEN 2 THEN '华<b>光</b>"&''陶瓷(集团)股份公司' WHEN 3 THEN '博山泵业科技ＡＢＣ有限公司'
    ELSE (ARRAY['鑫源','恒泰','昌盛','齐鲁','东岳','沂源','岱岳','润泽','金达','宏远'])[1 + n % 10] || (ARRAY['陶瓷','化工','机械','耐火材料','纺织','玻璃','电子'])[1 + n % 7] || n || '有限公司' END,
  '00000000-0000-7000-8000-000000000201', 'P-2026-0001', '2026 年度双随机抽查计划', '00000000-0000-7000-8000-000000000301', 'T-2026-0001', '2026 年第一批重点用能单位节能监察', 'plan',
  '00000000-0000-7000-8000-000000000101', 'JN-01', '用能单位执行国家明令淘汰用能设备情况的监察', DATE '2026-03-16' + n % 40,
  (ARRAY['no-problem-found','no-problem-found','problem-found-corrected','problem-found-to-be-handled','no-problem-found','unreachable-at-registered-address'])[1 + n % 6],
  CASE WHEN n % 6 IN (2, 3) THEN '空压站 2 台 Y 系列三相异步电动机属淘汰目录设备。' ELSE '' END, CASE WHEN n % 6 = 3 THEN ARRAY['责令停止使用淘汰设备','下达限期整改通知书'] ELSE ARRAY[]::text[] END,
  CASE WHEN n % 6 = 3 THEN '移交日常监管科室跟踪整改' ELSE '' END, CASE WHEN n % 6 = 5 THEN 'unreachable-at-registered-address' END,
  TIMESTAMPTZ '2026-05-06T02:00:00Z' + n * interval '1 minute', NULL, '', NULL FROM generate_series(1, 40) n;
INSERT INTO publicity.result (id, number, revision, authority_id, authority, department, unit_id, target_name, plan_id, plan_number, plan_title, task_id, task_number, task_title, ground,
  item_id, item_code, item_name, visited_on, type, finding, measures, handling, direct_reason, published_at, corrects_id, correction_reason, replaced_by)
SELECT '00000000-0000-7000-8000-000000009001', number, 2, authority_id, authority, department, unit_id, target_name, plan_id, plan_number, plan_title, task_id, task_number, task_title, ground,
  item_id, item_code, item_name, visited_on, 'problem-found-corrected', '空压站 1 台电动机属淘汰目录设备，检查当日已停用拆除。', ARRAY['当场停用'], '', NULL, '2026-06-02T03:00:00Z', id, '企业提出异议，复核查明涉及设备为 1 台且已当场拆除', NULL
FROM publicity.result WHERE number = 'R-2026-0003';
UPDATE publicity.result SET replaced_by = '00000000-0000-7000-8000-000000009001' WHERE number = 'R-2026-0003' AND revision = 1;
INSERT INTO publicity.inspector VALUES
 ('00000000-0000-7000-8000-000000000701', '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '节能与综合利用科', '王建国', '男', '一级主任科员', '鲁C0300121'),
 ('00000000-0000-7000-8000-000000000702', '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局', '安全生产科', '李淑敏', '女', '四级调研员', '鲁C0300122');
-- Every tenth is on the list of serious violations; one entry ended the day before.
INSERT INTO publicity.list_entry (id, authority_id, authority, target_id, unit_id, target_name, list, from_day, until_day, ground, decided_by, document)
SELECT ('00000000-0000-7000-8000-00000000' || lpad((8100 + n)::text, 4, '0'))::uuid, '00000000-0000-7000-8000-000000000001', '示范市工业和信息化局',
  ('00000000-0000-7000-8000-00000000' || lpad((8300 + n)::text, 4, '0'))::uuid, CASE n WHEN 3 THEN '91370303MA3C8K2X5P' WHEN 4 THEN 'regno:370303600012345' ELSE '9237030' || (3 + n % 2) || 'MA3' || lpad((n * 7907 % 1000000)::text, 6, '0') || 'X' END,
  CASE n WHEN 1 THEN '张店区老王快餐店' WHEN 2 THEN '=HYPERLINK("http://x")陶瓷厂' WHEN 3 THEN '博山泵业科技ＡＢＣ有限公司' WHEN 24 THEN '示范市已到期机械有限公司' ELSE '示范市' || (ARRAY['鑫源','恒泰','昌盛','齐鲁','东岳'])[1 + n % 5] || n || '化工有限公司' END,
  CASE WHEN n % 10 = 5 THEN 'serious-violation' ELSE 'abnormal-operation' END, DATE '2026-01-05' + n * 5, CASE n WHEN 24 THEN DATE '2026-06-09' WHEN 23 THEN DATE '2026-06-10' END,
  (ARRAY['未按规定期限公示年度报告','通过登记的住所无法联系'])[1 + n % 2], '示范市市场监督管理局', CASE WHEN n % 4 = 0 THEN '' ELSE '示市监异〔2026〕' || n || '号' END FROM generate_series(1, 24) n;
-- A city's department and a section of it; of draws and their notice the body is not copied yet.
UPDATE publicity.plan SET body = CASE authority WHEN '示范市人民政府' THEN department ELSE authority END;
UPDATE publicity.result SET body = authority;
UPDATE publicity.result SET authority = '示范市人民政府', body = '市应急管理局', department = '危化科' WHERE number = 'R-2026-0002';
UPDATE publicity.inspector SET body = authority;
-- The rules of the bureau's task offer objections, those of the department's do not.
UPDATE publicity.result SET objection_by = '《示范市双随机抽查实施细则》第十六条', objection_by_en = 'Article 16 of the rules', objection_until = '2026-08-25'
WHERE authority <> '示范市人民政府';
