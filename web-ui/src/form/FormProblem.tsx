import { Alert } from 'antd';
import { findingText, type Finding } from '../api';

/** Why a save was refused, above the form; findings without a field of their own are listed. */
export function FormProblem({ text, errors = [] }: { text: string; errors?: Finding[] | undefined }) {
  return (
    <Alert
      className="jm-form-alert"
      role="alert"
      type="error"
      showIcon
      message={text}
      description={
        errors.length > 0 ? (
          <ul>
            {errors.map((error, index) => (
              <li key={index}>{findingText(error)}</li>
            ))}
          </ul>
        ) : undefined
      }
    />
  );
}
