//! The codes of problems. A code never changes its meaning and is never given twice.
//!
//! `P0xx` syntax and files, `P1xx` keys and values, `P2xx` references, `P3xx` meaning, `P4xx`
//! the record: what was changed since it was signed or published. `P5xx` forms that come back.

use super::Code;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)+) => {
        $($(#[$doc])* pub const $name: Code = Code($code);)+

        /// Every code, in order.
        pub const ALL: &[Code] = &[$($name),+];
    };
}

codes! {
    /// A file that is not UTF-8 text.
    NOT_UTF8 = "P001";
    /// A file larger than 1 MiB.
    TOO_LARGE = "P002";
    /// A tab, which YAML does not take for indentation.
    TAB = "P003";
    /// YAML that can't be read, for a reason without a code of its own.
    SYNTAX = "P004";
    /// A second colon in one line.
    COLON_IN_TEXT = "P005";
    /// A quotation mark that is not closed, or not rightly.
    OPEN_QUOTE = "P006";
    /// A line that is indented neither like its neighbours nor below them.
    INDENTATION = "P007";
    /// A value that begins with a character that YAML keeps for itself.
    FIRST_CHARACTER = "P008";
    /// A line without a colon after its key.
    NO_COLON = "P009";
    /// A bracket that is not closed.
    OPEN_BRACKET = "P010";
    /// More than one YAML document in a file.
    SEVERAL_DOCUMENTS = "P011";
    /// An anchor, an alias or a tag.
    ANCHOR = "P012";
    /// A key given twice.
    DUPLICATE_KEY = "P013";
    /// Nesting deeper than 24.
    TOO_DEEP = "P014";
    /// A key that is a list or a map.
    KEY_NOT_TEXT = "P015";
    /// A file in which nothing stands.
    EMPTY_FILE = "P016";
    /// A control character, which no page, feed or table may hold.
    CONTROL_CHARACTER = "P017";
    /// A file that Windows calls "Unicode".
    UTF16 = "P018";
    /// A file in the old encoding of Windows.
    WINDOWS_1252 = "P019";
    /// A file where the format has none.
    UNKNOWN_PLACE = "P020";
    /// A file with another extension than its folder's.
    WRONG_EXTENSION = "P021";
    /// A file whose stem is not an id.
    BAD_FILE_NAME = "P022";
    /// A folder that should be a year.
    BAD_YEAR_FOLDER = "P023";
    /// A folder that should be tw1 to tw4.
    BAD_QUARTER_FOLDER = "P024";
    /// A frozen quarter that is not as `pantau freeze` wrote it.
    BAD_ARCHIVE = "P025";
    /// No situs.yml.
    NO_SITE = "P026";
    /// A page without front matter.
    NO_FRONT_MATTER = "P027";
    /// The number of a civil servant.
    NIP = "P028";
    /// The number of a citizen.
    NIK = "P029";
    /// A phone number.
    PHONE = "P030";
    /// An e-mail address other than the office's.
    EMAIL = "P031";
    /// Personal data in the name of a file or a folder.
    PERSONAL_NAME = "P033";
    /// A symbolic link.
    SYMLINK = "P034";
    /// A name in media/ that some system can't take.
    MEDIA_NAME = "P035";
    /// A kind of file that media/ does not take.
    MEDIA_KIND = "P036";
    /// A photo that says where it was taken.
    PHOTO_LOCATION = "P040";
    /// Personal data in the description of a media file.
    PERSONAL_FIELD = "P041";
    /// A media file whose description can't be read.
    MEDIA_DAMAGED = "P042";
    /// A media file larger than 50 MiB.
    MEDIA_TOO_LARGE = "P043";
    /// A media file whose bytes are not what its name says.
    MEDIA_CONTENT = "P044";
    /// A PDF that opens with a password only.
    PDF_LOCKED = "P045";
    /// What Git LFS leaves in the place of a file that was not fetched.
    LFS_POINTER = "P050";
    /// A merge that nobody has brought to its end.
    MERGE_MARKS = "P051";
    /// An entry of `kunci` that holds no public key.
    NO_PUBLIC_KEY = "P055";
    /// `admin: repositori` that is no `organisation/name`.
    NO_REPOSITORY_NAME = "P056";
    /// A file with more values, or more problems, than are read.
    TOO_MANY = "P032";

    /// A key that the record does not have.
    UNKNOWN_KEY = "P101";
    /// A required key that is not there.
    MISSING_KEY = "P102";
    /// A key or a list item with nothing after it.
    EMPTY_VALUE = "P103";
    /// `{tw1: 7,5}`.
    DECIMAL_COMMA_IN_BRACES = "P104";
    /// `{nama: A, B}`.
    COMMA_IN_BRACES = "P105";
    /// `[7,5]`.
    NUMBER_IN_FLOW_LIST = "P106";
    /// Something else where keys were expected.
    WANT_MAP = "P107";
    /// Something else where a list was expected.
    WANT_LIST = "P108";
    /// A list or a map where one value was expected.
    WANT_SCALAR = "P109";
    /// `3.000`.
    NUMBER_AMBIGUOUS = "P110";
    /// `1.23.456`, `1,250,000`.
    NUMBER_GROUPS = "P111";
    /// `010`.
    NUMBER_LEADING_ZERO = "P112";
    /// `13,2%`, `Rp3.000`, `3 ribu`.
    NUMBER_UNIT = "P113";
    /// Any other text where a number was expected.
    NUMBER_FORM = "P114";
    /// More digits than sums can hold.
    NUMBER_LONG = "P115";
    /// Not a whole number.
    WHOLE_NUMBER = "P116";
    /// A date that is not ISO, with one reading or none.
    DATE_FORM = "P120";
    /// `12/01/2026`.
    DATE_AMBIGUOUS = "P121";
    /// `2026-02-30`.
    NO_SUCH_DAY = "P122";
    /// Not a day of the year, `05-15`.
    MONTH_DAY = "P123";
    /// Not a duration.
    DURATION = "P124";
    /// Not a year.
    YEAR = "P125";
    /// Neither ya nor tidak.
    BOOLEAN = "P130";
    /// None of the words of a list.
    CHOICE = "P131";
    /// Not an id.
    ID = "P132";
    /// Not a contract's id.
    CONTRACT_ID = "P133";
    /// Not an http or https address.
    URL = "P134";
    /// Not a path below media/.
    MEDIA_PATH = "P135";
    /// Not a time zone of the IANA data base.
    TIME_ZONE = "P136";
    /// Not an address a site can stand at.
    BASE_URL = "P137";
    /// A version of the format other than 1.
    FORMAT = "P138";
    /// A site that does not speak Indonesian.
    LANGUAGES = "P139";
    /// A code in `abaikan` that is no warning's.
    NO_WARNING = "P140";
    /// Not the address of a commit with a place for its name.
    COMMIT_PATTERN = "P141";
    /// A file of results in which nothing is filled in yet.
    NOT_FILLED = "P142";
    /// Not a folder below the site's root.
    SITE_PATH = "P145";

    /// HTML in free text.
    RAW_HTML = "P150";
    /// A link that is neither http(s) nor within the site.
    LINK_SCHEME = "P151";
    /// A picture without words for those who don't see it.
    IMAGE_WITHOUT_WORDS = "P152";

    /// An organisation that is not there.
    NO_OPD = "P201";
    /// A post that is not there.
    NO_POST = "P202";
    /// A person who is not there.
    NO_PERSON = "P203";
    /// A regime that is not there.
    NO_REGIME = "P204";
    /// A contract that is not there.
    NO_CONTRACT = "P205";
    /// An indicator that its contract does not have.
    NO_INDICATOR = "P206";
    /// A programme that its contract does not have.
    NO_PROGRAM = "P207";
    /// An ordinal scale that its regime does not have.
    NO_SCALE = "P208";
    /// A rank that its scale does not have.
    NO_RANK = "P209";
    /// An aspect that its regime does not have.
    NO_ASPECT = "P210";
    /// An evaluation that the regimes do not have.
    NO_EVALUATION = "P211";
    /// A file that is not in media/.
    NO_MEDIA = "P212";
    /// An English page without its Indonesian one.
    NO_INDONESIAN_PAGE = "P213";
    /// A plain page whose name another page of the site has.
    PAGE_NAME_TAKEN = "P214";
    /// A file in media/ whose name is written otherwise: in upper case, or with other accents.
    MEDIA_SPELLING = "P215";
    /// Two names in media/ that are one on many systems.
    MEDIA_COLLISION = "P216";
    /// References that lead back to where they began.
    CYCLE = "P220";
    /// An old address given twice.
    OLD_ADDRESS_TWICE = "P225";
    /// An old address that leads to another, or to itself.
    OLD_ADDRESS_CHAIN = "P226";
    /// An old address at or above which something stands.
    OLD_ADDRESS_TAKEN = "P227";
    /// An old address that leads where nothing stands.
    NO_NEW_ADDRESS = "P228";

    /// An id given twice in one list.
    DUPLICATE_ID = "P301";
    /// A list that needs at least one entry.
    EMPTY_LIST = "P302";
    /// Two keys of which only one may stand.
    CONFLICTING_KEYS = "P303";
    /// None of some keys of which one must stand.
    ONE_OF_KEYS = "P304";
    /// A key that is needed because of another.
    KEY_NEEDS = "P305";
    /// A key that means nothing here.
    KEY_FITS_NOT = "P306";
    /// A number that must be greater than 0.
    NOT_POSITIVE = "P307";
    /// An end before its beginning.
    DATES_REVERSED = "P308";
    /// Bounds of a scale out of order.
    SCALE_ORDER = "P310";
    /// A scale whose lowest bound is not 0.
    SCALE_BOTTOM = "P311";
    /// A regime that is not younger than the one it replaces.
    REGIME_ORDER = "P312";
    /// A person of echelon I to IV without a name.
    NAME_MISSING = "P313";
    /// Two people who hold one post at the same time, neither of them acting.
    POST_HELD_TWICE = "P314";
    /// A period outside the calendar year of its folder.
    PERIOD_YEAR = "P320";
    /// Two contracts of one post at the same time.
    PERIOD_OVERLAP = "P321";
    /// A signature after the end of the period.
    SIGNED_AFTER_END = "P322";
    /// A regime that began after the signature.
    REGIME_NOT_YET = "P323";
    /// A regime that was replaced before the signature.
    REGIME_REPLACED = "P324";
    /// A contract of a person who never held the post.
    POST_NOT_HELD = "P325";
    /// A contract of a person who held the post at another time.
    POST_HELD_OTHERWHEN = "P326";
    /// A contract with oneself.
    OWN_COUNTERPARTY = "P327";
    /// A target that does not fit the direction.
    TARGET_KIND = "P330";
    /// A value that does not fit the direction.
    VALUE_KIND = "P331";
    /// A range whose end lies below its beginning.
    RANGE_REVERSED = "P332";
    /// An accumulation that does not fit the direction.
    ACCUMULATION_KIND = "P333";
    /// A quarter for which the contract does not answer: over before it began or was signed, or
    /// begun after its end.
    QUARTER_OUTSIDE = "P334";
    /// Quarterly targets that do not add up to the yearly one.
    QUARTERS_SUM = "P335";
    /// A last quarterly target other than the yearly one.
    QUARTERS_LAST = "P336";
    /// Quarterly targets whose mean is not the yearly one.
    QUARTERS_MEAN = "P337";
    /// Weights for some indicators only.
    WEIGHTS_PARTIAL = "P338";
    /// Weights that do not add up to 100.
    WEIGHTS_SUM = "P339";
    /// A due date outside the contract's period.
    DUE_OUTSIDE = "P340";
    /// A share of an indicator that has no amount.
    SHARE_KIND = "P341";
    /// A target of a quarter in which the regime asks for no report.
    QUARTER_NOT_REPORTED = "P342";
    /// Quarterly targets of amounts that are running sums.
    QUARTERS_CUMULATIVE = "P343";
    /// Amendments that are not oldest first.
    AMENDMENT_ORDER = "P345";
    /// An amendment before the signature.
    AMENDMENT_BEFORE = "P346";
    /// A change to an indicator that was dropped before.
    ALREADY_DROPPED = "P347";
    /// A report dated before the signature.
    REPORTED_BEFORE = "P350";
    /// A completion after the day on which it was reported.
    COMPLETED_AFTER_REPORT = "P351";
    /// An extension without its end or its reason, or the reverse.
    DECISION_UNTIL = "P355";
    /// A protected time that ends by a decision that can't end it, or under a regime without one.
    NO_PROTECTION_TO_END = "P356";
    /// An English list that is longer or shorter than the one it translates.
    TRANSLATION_LENGTH = "P357";
    /// An amount of money below zero.
    NEGATIVE_MONEY = "P358";
    /// A figure far from what was promised for its quarter.
    FAR_FROM_TARGET = "P370";
    /// Fewer than none of what is counted.
    NEGATIVE_COUNT = "P371";
    /// A part of what is counted.
    FRACTION_OF_COUNT = "P372";
    /// Amounts that look like running sums.
    LOOKS_CUMULATIVE = "P380";
    /// A target worse than the baseline.
    BASELINE_AGAINST = "P381";
    /// A report or an evaluation dated after today.
    DATED_IN_FUTURE = "P382";
    /// A contract without documents that its regime requires.
    DOCUMENTS_MISSING = "P383";
    /// An English page of a site that does not speak English.
    PAGE_NOT_PUBLISHED = "P384";
    /// An indicator without a unit.
    NO_UNIT = "P385";
    /// An indicator without the way its figure is measured.
    NO_FORMULA = "P386";
    /// An indicator without the source of its figure.
    NO_SOURCE = "P387";
    /// A completion without a day of its own.
    NO_DUE_DATE = "P388";
    /// A percentage below 0 or above 100.
    PERCENT_OUTSIDE = "P389";
    /// A figure ten, a hundred or a thousand times the one before, or the reverse.
    DECIMAL_SLIP = "P390";
    /// A warning set aside that nothing gave.
    NOTHING_TO_SILENCE = "P391";
    /// Shares of an indicator that promise more than its owner does.
    SHARES_EXCEED_TARGET = "P392";
    /// Shares of an indicator that report more for a quarter than its owner does.
    SHARES_EXCEED_REPORT = "P393";
    /// A `security.txt` that is over.
    SECURITY_EXPIRED = "P394";
    /// A decision that departs from the figures, without a reason.
    DEPARTS_WITHOUT_REASON = "P395";
    /// A record of an evaluation that the regime does not prescribe for that post.
    EVALUATION_NOT_FOR_POST = "P396";
    /// An evaluation that looks for progress since one which some of its posts never have.
    IMPROVES_ON_NOTHING = "P397";
    /// A quarter past its deadline that is not frozen.
    NOT_FROZEN = "P398";
    /// A `security.txt` that holds for a year or more.
    SECURITY_FOR_LONG = "P399";
    /// A term that was signed reads otherwise now, undeclared.
    UNDECLARED_CHANGE = "P401";
    /// An indicator or programme that was signed is gone, undeclared.
    UNDECLARED_REMOVAL = "P402";
    /// An indicator or programme that was not signed has come, undeclared.
    UNDECLARED_ADDITION = "P403";
    /// A contract whose file is gone.
    CONTRACT_GONE = "P404";
    /// An amendment that was recorded says something else now, or is gone.
    AMENDMENT_ALTERED = "P405";
    /// A reported value that was changed without a word.
    FIGURE_CHANGED = "P406";
    /// A reported value that was taken out.
    FIGURE_WITHDRAWN = "P407";
    /// Rules that were changed after a contract was signed under them.
    RULES_CHANGED = "P408";
    /// The beginning of the record was moved or taken out.
    BASELINE_MOVED = "P409";

    /// A repository with contracts, and a site that records no changes.
    NOT_RECORDED = "P411";

    /// An address that is nobody's, in a site that is about to be published.
    EXAMPLE_ADDRESS = "P412";

    /// An address that was published and would vanish.
    ADDRESS_VANISHES = "P410";

    /// A file that is no workbook, or a damaged or locked one.
    FORM_UNREADABLE = "P501";
    /// A workbook without the hidden marks of a form.
    FORM_NOT_OURS = "P502";
    /// A form that another version wrote.
    FORM_VERSION = "P503";
    /// A hidden mark that was changed.
    FORM_MARK = "P504";
    /// A quarter for which the contract owes nothing.
    FORM_QUARTER = "P505";
    /// A value for a commitment that an amendment withdrew.
    FORM_WITHDRAWN = "P506";
    /// The same row of the same contract in two places.
    FORM_TWICE = "P507";
    /// A column that is gone or was named otherwise.
    FORM_NO_COLUMN = "P508";
    /// Both a value and the word that there is none.
    FORM_BOTH = "P509";
    /// That there is no value, without the reason.
    FORM_NO_REASON = "P510";
    /// A filled form without the day of the report.
    FORM_NO_DATE = "P511";
    /// A spreadsheet's date where a number is wanted.
    CELL_DATE_FOR_NUMBER = "P512";
    /// A cell shown as a percentage where the unit is no percentage.
    CELL_PERCENT = "P513";
    /// A formula that has failed.
    CELL_FAULT = "P514";
    /// A formula without a result.
    CELL_NOT_COMPUTED = "P515";
    /// A value of another kind than is asked for.
    CELL_KIND = "P516";
    /// Absorption that falls below that of an earlier quarter.
    FORM_BELOW_BEFORE = "P517";
    /// A cell that is not asked for was changed.
    FORM_LOCKED = "P520";
    /// A commitment that is due and about which nothing is said.
    FORM_FORGOTTEN = "P521";
    /// Something written beside no commitment.
    FORM_STRAY_ROW = "P522";
    /// A percentage that was typed with its sign.
    FORM_PERCENT_READ = "P523";
    /// A report dated before its quarter ended.
    FORM_EARLY = "P524";
    /// A commitment that is due and has no row.
    FORM_ROW_GONE = "P526";
    /// An empty cell where something was reported.
    FORM_KEPT = "P527";
    /// A reason for a change where nothing changes.
    FORM_REASON_UNUSED = "P528";
    /// A corrected value that somebody had verified.
    FORM_VERIFIED = "P529";
    /// A file that can't be changed without guessing.
    FORM_NOT_EDITABLE = "P530";
    /// Something said about a commitment without a value or the word that there is none.
    FORM_TEXT_ALONE = "P531";
    /// Rows whose headings are gone.
    FORM_NO_HEADINGS = "P532";
    /// A cell that was changed in the form, while the data became other than the form had them.
    FORM_OVERTAKEN = "P533";
    /// A cell that says what the data said when the form was written, and no longer do.
    FORM_OLDER = "P534";
    /// A cell of a form that was written before anything was reported there.
    FORM_REPLACES = "P535";
    /// A recorded figure that is another one now, without a reason.
    FORM_REASON_MISSING = "P536";
}

/// The warnings that `abaikan` may set aside.
pub const SILENCEABLE: &[Code] = &[
    FAR_FROM_TARGET,
    NEGATIVE_COUNT,
    FRACTION_OF_COUNT,
    LOOKS_CUMULATIVE,
    BASELINE_AGAINST,
    DATED_IN_FUTURE,
    DOCUMENTS_MISSING,
    PAGE_NOT_PUBLISHED,
    NO_UNIT,
    NO_FORMULA,
    NO_SOURCE,
    NO_DUE_DATE,
    PERCENT_OUTSIDE,
    DECIMAL_SLIP,
    SHARES_EXCEED_TARGET,
    SHARES_EXCEED_REPORT,
    DEPARTS_WITHOUT_REASON,
];
