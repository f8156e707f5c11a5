// Vietnam's public holidays, 2010–2027: data, a row for each year.
// tet: first of the five days off for the lunar New Year (four before 2013) and hung: the tenth of the third lunar month.
// moved: working days that the government exchanged for a Saturday, [day off, Saturday worked].
// Sources: Labour Code (Art. 73 of 1994 as amended 2007, Art. 115 of 2012, Art. 112 of 2019) and the government's yearly notices since 2016;
// before 2016 and for 2027 the Tết days follow from the Code (the last day of the old year first). Lunar dates agree with Temporal's 'chinese' calendar.

export interface HolidayYear {
  readonly tet: string;
  readonly tetDays: 4 | 5;
  readonly hung: string;
  readonly moved: readonly (readonly [off: string, worked: string])[];
  /** National Day's second day since 2021. */
  readonly national?: '09-01' | '09-03';
}

export const HOLIDAYS: { readonly [year: number]: HolidayYear } = {
  2010: { tet: '2010-02-13', tetDays: 4, hung: '2010-04-23', moved: [] },
  2011: { tet: '2011-02-02', tetDays: 4, hung: '2011-04-12', moved: [] },
  2012: { tet: '2012-01-22', tetDays: 4, hung: '2012-03-31', moved: [] },
  2013: { tet: '2013-02-09', tetDays: 4, hung: '2013-04-19', moved: [] },
  2014: { tet: '2014-01-30', tetDays: 5, hung: '2014-04-09', moved: [] },
  2015: { tet: '2015-02-18', tetDays: 5, hung: '2015-04-28', moved: [] },
  2016: { tet: '2016-02-07', tetDays: 5, hung: '2016-04-16', moved: [] },
  2017: { tet: '2017-01-26', tetDays: 5, hung: '2017-04-06', moved: [] },
  2018: { tet: '2018-02-14', tetDays: 5, hung: '2018-04-25', moved: [['2018-12-31', '2019-01-05']] },
  2019: { tet: '2019-02-04', tetDays: 5, hung: '2019-04-14', moved: [['2019-04-29', '2019-05-04']] },
  2020: { tet: '2020-01-23', tetDays: 5, hung: '2020-04-02', moved: [] },
  2021: { tet: '2021-02-10', tetDays: 5, hung: '2021-04-21', moved: [], national: '09-03' },
  2022: { tet: '2022-01-31', tetDays: 5, hung: '2022-04-10', moved: [], national: '09-01' },
  2023: { tet: '2023-01-20', tetDays: 5, hung: '2023-04-29', moved: [], national: '09-01' },
  2024: { tet: '2024-02-08', tetDays: 5, hung: '2024-04-18', moved: [['2024-04-29', '2024-05-04']], national: '09-03' },
  2025: { tet: '2025-01-27', tetDays: 5, hung: '2025-04-07', moved: [['2025-05-02', '2025-04-26']], national: '09-01' },
  2026: {
    tet: '2026-02-16',
    tetDays: 5,
    hung: '2026-04-26',
    moved: [
      ['2026-01-02', '2026-01-10'],
      ['2026-08-31', '2026-08-22'],
    ],
    national: '09-01',
  },
  2027: { tet: '2027-02-05', tetDays: 5, hung: '2027-04-16', moved: [], national: '09-03' },
};
