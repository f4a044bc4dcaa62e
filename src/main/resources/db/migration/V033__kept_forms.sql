-- What somebody had typed when his session ended, from the sign-in that follows to the page that shows it again: encrypted
-- with the data key, as it came with the login page. Nothing is kept here before the password was right.
alter table account_session add kept_form varchar(200000);

-- An answer that its partner has kept and not sent yet: staff does not see it.
alter table investigation_item add draft varchar(3000);
