import { describe, expect, it } from 'vitest';
import { reading } from './reading.fixture.ts';

const leads = (text: string) => reading(text).leads;

describe('who directs and who works', () => {
  it.each<[string, string[]]>([
    ['Giao Phó Thủ tướng Nguyễn Văn A chỉ đạo, đôn đốc các bộ, cơ quan thực hiện Công điện này', ['Phó Thủ tướng Nguyễn Văn A']],
    ['Đề nghị các cơ quan chủ quản chỉ đạo, kiểm tra, đôn đốc các trường triển khai kết nối', ['các cơ quan chủ quản']],
    ['Sở Y tế chỉ đạo, hướng dẫn các bệnh viện triển khai kết nối', ['các bệnh viện']],
    ['Sở Y tế chỉ đạo các bệnh viện kiểm tra thiết bị', ['các bệnh viện']],
    ['Sở Y tế đôn đốc, chỉ đạo các bệnh viện triển khai kết nối', ['các bệnh viện']],
    ['Yêu cầu Công an tỉnh chỉ đạo Công an các xã như sau:', ['Công an các xã']],
    ['Yêu cầu Công an tỉnh chỉ đạo Công an các xã như năm trước', ['Công an tỉnh']],
    ['Ban Chỉ đạo tỉnh phân công các thành viên kiểm tra, đôn đốc các xã', ['Ban Chỉ đạo tỉnh']],
    ['Chủ tịch UBND tỉnh phân công các thành viên UBND tỉnh kiểm tra các xã', ['các thành viên UBND tỉnh']],
    ['Công an tỉnh là cơ quan thường trực của Tổ công tác, có trách nhiệm xây dựng quy chế', ['Công an tỉnh']],
  ])('%s', (text, expected) => expect(leads(text)).toEqual(expected));
});

describe('persons', () => {
  it.each<[string, string[]]>([
    ['Giao đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh chỉ đạo công tác', ['đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh']],
    ['Giao đồng chí Nguyễn Văn A, Sở Y tế rà soát', ['đồng chí Nguyễn Văn A', 'Sở Y tế']],
    ['Yêu cầu mỗi cán bộ, đảng viên rà soát', ['mỗi cán bộ, đảng viên']],
    ['Yêu cầu cấp ủy, chính quyền các xã và cán bộ, đảng viên rà soát', ['cấp ủy, chính quyền các xã', 'cán bộ, đảng viên']],
    ['Yêu cầu các cơ quan và đơn vị rà soát', ['các cơ quan và đơn vị']],
  ])('%s', (text, expected) => expect(leads(text)).toEqual(expected));
});

describe('leads in brackets', () => {
  it('belong to the command before them', () => {
    expect(reading('Rà soát các văn bản (Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ)')).toMatchObject({
      leads: ['Sở Tư pháp'],
      supports: ['Sở Nội vụ'],
    });
    expect(leads('Ban hành quy chế (Đơn vị chủ trì: Sở Y tế)')).toEqual(['Sở Y tế']);
    expect(leads('Ban hành quy chế (giao Sở Y tế chủ trì)')).toEqual(['Sở Y tế']);
  });

  it('are not whoever else stands there', () => {
    expect(leads('Gửi báo cáo (qua Sở Y tế)')).toEqual([]);
    expect(leads('Rà soát các dự án (do Sở Y tế quản lý)')).toEqual([]);
    expect(leads('Sở Xây dựng rà soát các văn bản (Sở Tư pháp chủ trì)')).toEqual(['Sở Xây dựng']);
  });
});

describe('what stands between a name and its verb', () => {
  it.each<[string, string[], string]>([
    ['Các đơn vị được kiểm tra chuẩn bị hồ sơ', ['Các đơn vị được kiểm tra'], 'chuẩn bị hồ sơ'],
    ['Các cơ quan được thanh tra, kiểm tra:', ['Các cơ quan được thanh tra, kiểm tra'], ''],
    ['Các đơn vị được kiểm tra ba tháng một lần', [], ''],
    [
      'Chủ tịch UBND các xã có tàu thuyền trên biển, đặc biệt là các xã bãi ngang (nơi bão đổ bộ) đình hoãn các cuộc họp',
      ['Chủ tịch UBND các xã có tàu thuyền trên biển'],
      'đình hoãn các cuộc họp',
    ],
    [
      'Trường hợp UBND xã chậm thực hiện thì Chủ tịch UBND xã chịu trách nhiệm trước UBND tỉnh',
      ['Chủ tịch UBND xã'],
      'chịu trách nhiệm trước UBND tỉnh',
    ],
    ['Căn cứ tình hình cụ thể tại địa phương chủ động quyết định việc cấm biển', [], 'chủ động quyết định việc cấm biển'],
    ['Căn cứ nhu cầu của các xã gửi về', [], ''],
    ['Đầu mối tiếp nhận thông tin của các xã', [], 'Đầu mối tiếp nhận thông tin của các xã'],
    ['Đầu mối liên hệ là Phòng Tổng hợp', [], ''],
    [
      'Chỉ đạo các ban, ngành, đoàn thể, thôn, xóm, khối phố huy động người dân',
      ['các ban, ngành, đoàn thể, thôn, xóm, khối phố'],
      'huy động người dân',
    ],
    ['Chậm nhất sau 05 ngày làm việc kể từ ngày nhận được văn bản này, các đơn vị gửi danh sách', ['các đơn vị'], 'gửi danh sách'],
    ['Chậm nhất ngày 15/6, hoàn thành việc rà soát', [], 'Chậm nhất ngày 15/6, hoàn thành việc rà soát'],
    [
      'Đơn vị nào để xảy ra vi phạm, Thủ trưởng đơn vị đó chịu trách nhiệm trước UBND tỉnh',
      ['Thủ trưởng đơn vị đó'],
      'chịu trách nhiệm trước UBND tỉnh',
    ],
    ['Ban An toàn giao thông tỉnh tổng hợp số liệu', ['Ban An toàn giao thông tỉnh'], 'tổng hợp số liệu'],
    ['Bản án có hiệu lực phải thi hành', [], ''],
    ['Quỹ Đầu tư phát triển tỉnh rà soát', ['Quỹ Đầu tư phát triển tỉnh'], 'rà soát'],
    ['Phòng Nghiệp vụ, dự toán, pháp chế xây dựng tài liệu', ['Phòng Nghiệp vụ, dự toán, pháp chế'], 'xây dựng tài liệu'],
    ['Ban Chỉ đạo phòng, chống dịch bệnh gia súc, gia cầm tỉnh rà soát', ['Ban Chỉ đạo phòng, chống dịch bệnh gia súc, gia cầm tỉnh'], 'rà soát'],
  ])('%s', (text, names, work) => expect(reading(text)).toMatchObject({ leads: names, work }));

  it('parts those who help from those who lead by a semicolon', () => {
    expect(reading('Giao Sở Y tế chủ trì; các sở, ngành liên quan phối hợp xây dựng kế hoạch')).toMatchObject({
      leads: ['Sở Y tế'],
      supports: ['các sở, ngành liên quan'],
      work: 'xây dựng kế hoạch',
    });
    expect(reading('Giao Sở Y tế rà soát; các sở, ngành liên quan phối hợp xây dựng kế hoạch').supports).toEqual([]);
  });

  it('lists helpers with semicolons up to the work only', () => {
    const helpers = 'Sở Tài chính chủ trì, phối hợp với các bộ, ngành; các sở, ngành liên quan thực hiện các nhiệm vụ sau';
    expect(reading(`${helpers}:`).supports).toEqual(['các bộ, ngành', 'các sở, ngành liên quan']);
    expect(reading('Sở Tài chính phối hợp với các bộ, ngành kiểm tra hồ sơ; các sở, ngành liên quan báo cáo.').supports).toEqual(['các bộ, ngành']);
  });
});
