//! From one state of signing in to the next. An event that does not belong to a state, such as a
//! late answer, changes nothing.

use csbs::iam::Project;

use super::{
    Asked, Command, Event, Person, Session, SignIn, Standing, Step, WARNING, has_run_out, offered,
};

impl SignIn {
    /// The state after an event, and what is to be done.
    #[must_use]
    pub fn on(self, event: Event) -> (Self, Option<Command>) {
        let Self { session, step } = self;
        match (step, event) {
            (_, Event::SignOut) => (Self::default(), Some(Command::Abort)),
            (step, Event::Tick(now)) => (Self { session, step }.at(now), None),
            (step, Event::TokenRefused) => {
                let mut state = Self { session, step };
                state.stand(Standing::Refused);
                (state, None)
            }
            (Step::Entering(at, person, projects, project), Event::Entered(attempt, answer))
                if at == attempt =>
            {
                match answer {
                    Ok((token, ends_at)) => {
                        let standing = Standing::Good;
                        let new = Session { token, person, project, projects, ends_at, standing };
                        (Self { session: Some(new), step: Step::Done }, None)
                    }
                    Err(failure) if has_run_out(&failure) => {
                        (Self { session, step: Step::Asking(Asked::Failed(failure)) }, None)
                    }
                    Err(failure) => {
                        let step = Step::Choosing(person, projects, Some(failure));
                        (Self { session, step }, None)
                    }
                }
            }
            (Step::Done, Event::ChooseAnother) => {
                let step = session.as_ref().map_or_else(Step::default, Session::choosing);
                (Self { session, step }, None)
            }
            (Step::Done, Event::Again) => (Self { session, step: Step::default() }, None),
            (step, Event::Cancel) if step != Step::Done => {
                let busy = Self { session: None, step: step.clone() }.is_busy();
                let is_held = session.as_ref().is_some_and(|held| !held.standing.is_over());
                let step = match step {
                    Step::Entering(_, person, projects, _) if !is_held => {
                        Step::Choosing(person, projects, None)
                    }
                    _ if is_held => Step::Done,
                    _ => Step::default(),
                };
                (Self { session, step }, busy.then_some(Command::Abort))
            }
            (step, event) => {
                let (step, command) = step.forward(event);
                (Self { session, step }, command)
            }
        }
    }

    /// The state at a point in time.
    fn at(mut self, now: i64) -> Self {
        let ends_at = self.session.as_ref().and_then(|session| session.ends_at);
        if let Some(ends_at) = ends_at {
            if now >= ends_at {
                self.stand(Standing::Ended);
            } else if now >= ends_at - WARNING {
                self.stand(Standing::Ending);
            }
        }
        self
    }

    /// A session only gets worse. When it is over, the person is asked to sign in again.
    fn stand(&mut self, standing: Standing) {
        let Some(session) = &mut self.session else {
            return;
        };
        if session.standing < standing && !session.standing.is_over() {
            session.standing = standing;
            if standing.is_over() && matches!(self.step, Step::Done) {
                self.step = Step::default();
            }
        }
    }
}

impl Session {
    fn choosing(&self) -> Step {
        Step::Choosing(self.person.clone(), self.projects.clone(), None)
    }
}

impl Step {
    /// The way from the password to the choice of a project, where no session is looked at.
    fn forward(self, event: Event) -> (Self, Option<Command>) {
        match (self, event) {
            (Self::Asking(_) | Self::Preparing, Event::Typed(attempt, Ok(request))) => {
                (Self::SigningIn(attempt), Some(Command::SignIn(attempt, request)))
            }
            (Self::Asking(_) | Self::Preparing, Event::Typed(_, Err(problems))) => {
                (Self::Asking(Asked::Problems(problems)), None)
            }
            (Self::SigningIn(at), Event::Known(attempt, answer)) if at == attempt => match answer {
                Ok(person) => Self::list(attempt, person),
                Err(failure) => (Self::Asking(Asked::Failed(failure)), None),
            },
            (Self::Listing(at, person), Event::Listed(attempt, answer, wanted))
                if at == attempt =>
            {
                match answer {
                    Ok(projects) => Self::choice(attempt, person, offered(projects), &wanted),
                    Err(failure) if has_run_out(&failure) => {
                        (Self::Asking(Asked::Failed(failure)), None)
                    }
                    Err(failure) => (Self::Unlisted(person, failure), None),
                }
            }
            (Self::Unlisted(person, _), Event::ListAgain(attempt)) => Self::list(attempt, person),
            (Self::Choosing(person, projects, _), Event::Choose(attempt, id)) => {
                match projects.iter().find(|one| one.id == id && one.enabled).cloned() {
                    Some(project) => Self::enter(attempt, person, projects, project),
                    None => (Self::Choosing(person, projects, None), None),
                }
            }
            (step, _) => (step, None),
        }
    }

    fn list(attempt: u32, person: Person) -> (Self, Option<Command>) {
        let command = Command::List(attempt, person.token.clone());
        (Self::Listing(attempt, person), Some(command))
    }

    /// The only project, and the one that the form names already, need no choosing.
    fn choice(
        attempt: u32,
        person: Person,
        projects: Vec<Project>,
        wanted: &str,
    ) -> (Self, Option<Command>) {
        let mut enabled = projects.iter().filter(|project| project.enabled);
        let only = enabled.clone().next().filter(|_| enabled.clone().count() == 1);
        match enabled.find(|project| project.id == wanted).or(only).cloned() {
            Some(project) => Self::enter(attempt, person, projects, project),
            None => (Self::Choosing(person, projects, None), None),
        }
    }

    fn enter(
        attempt: u32,
        person: Person,
        projects: Vec<Project>,
        project: Project,
    ) -> (Self, Option<Command>) {
        let command = Command::Enter(attempt, person.token.clone(), project.clone());
        (Self::Entering(attempt, person, projects, project), Some(command))
    }
}
